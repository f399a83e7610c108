#include "hesi_client.h"

#include <boost/json/serialize.hpp>

#include "answers.h"
#include "mayday/world/router.h"

namespace mayday {
namespace {

constexpr int kRounds = 3;

std::optional<AuthEvent> refusal_of(const Answer& answer) {
  if (answer.status == 403) return AuthEvent::refused_v1;
  if (answer.strange && answer.body_code() == "403") return AuthEvent::refused_v3;
  return std::nullopt;
}

Request token_request(TokenKind kind, const DeskSettings& settings) {
  json::object keys;
  keys["appKey"] = settings.app_key;
  keys["appSecurity"] = settings.app_security;
  Request request("POST",
                  kind == TokenKind::v1 ? "/api/openapi/v1/auth/getAccessToken"
                                        : "/auth/openApi/v3/getAccessToken",
                  json::serialize(keys));
  request.headers.add("content-type", "application/json");
  return request;
}

Request with_token(const HesiCall& call, std::string_view token) {
  Request request(call.method, call.path + "?accessToken=" + encode(token) + call.query, call.body);
  if (!call.body.empty()) request.headers.add("content-type", "application/json");
  return request;
}

}  // namespace

/// What came of asking for a token: the token, or the answer that had none.
class HesiClient::Grant {
 public:
  Grant() = default;

  TokenKind kind = TokenKind::v1;
  std::string token;
  Answer answer;
};

HesiClient::HesiClient(World& world, VendorCalls& calls, const DeskSettings& settings,
                       std::int64_t starts)
    : world_(world),
      calls_(calls),
      settings_(settings),
      starts_(starts),
      auth_(begin_auth(auth_mode(settings.plan.auth), TokenKind::v1)) {}

Task<Answer> HesiClient::call(HesiCall call) {
  int attempts = 0;
  bool maybe_done = false;
  for (int round = 1;; ++round) {
    Grant granted = co_await grant(call, attempts);
    Answer answer = std::move(granted.answer);
    if (!granted.token.empty()) {
      VendorCall made(call.operation, with_token(call, granted.token), call.origin, call.name);
      made.attempts_before = attempts;
      answer = co_await calls_.call(std::move(made));
      attempts = answer.attempts;
    }
    maybe_done = maybe_done || answer.maybe_done;
    answer.maybe_done = maybe_done && !answer.good();
    std::optional<AuthEvent> refusal = refusal_of(answer);
    if (!refusal) {
      if (answer.good()) auth_ = step(auth_, AuthEvent::accepted);
      co_return answer;
    }
    refused(granted, *refusal);
    bool turned = auth_.kind != granted.kind;
    bool renewable = round == 1 && *refusal == AuthEvent::refused_v1 && !granted.token.empty();
    if (round == kRounds || (!turned && !renewable)) co_return answer;
  }
}

// The reference is to the caller's own frame, which waits for this one.
Task<HesiClient::Grant> HesiClient::grant(const HesiCall& call, int attempts_before) {
  Grant granted;
  granted.kind = auth_.kind;
  if (settings_.plan.token_cache && usable(cache_, wall_ms())) {
    granted.token = cache_.token;
    co_return granted;
  }
  Operation operation =
      granted.kind == TokenKind::v1 ? Operation::get_access_token : Operation::get_access_token_v3;
  VendorCall made(operation, token_request(granted.kind, settings_), call.origin,
                  call.name + "/" + std::string(facts(operation).name));
  made.attempts_before = attempts_before;
  granted.answer = co_await calls_.call(std::move(made));
  granted.answer.maybe_done = false;  // a token may have been issued, but nothing was done with it
  if (!granted.answer.good()) co_return granted;
  const json::value& grant_body =
      member_of(granted.answer.body(), granted.kind == TokenKind::v1 ? "value" : "data");
  granted.token = text_in(grant_body, "accessToken");
  const json::value& expires =
      member_of(grant_body, granted.kind == TokenKind::v1 ? "expireTime" : "expiresTime");
  if (granted.token.empty()) granted.answer.strange = true;
  if (!granted.token.empty() && expires.is_int64() && granted.kind == auth_.kind)
    cache_ = step(std::move(cache_),
                  TokenEvent(TokenEvent::Kind::granted, granted.token, expires.get_int64()));
  co_return granted;
}

void HesiClient::refused(const Grant& grant, AuthEvent how) {
  cache_ = step(std::move(cache_), TokenEvent(TokenEvent::Kind::refused, grant.token));
  // Several calls may come back refused together: only those with the kind in use say something
  // new.
  if (grant.kind != auth_.kind) return;
  auth_ = step(auth_, how);
  if (auth_.kind != grant.kind) forget_token();
}

void HesiClient::set_mode(AuthMode mode) {
  TokenKind before = auth_.kind;
  auth_ = begin_auth(mode, before);
  if (auth_.kind != before) forget_token();
}

void HesiClient::forget_token() {
  cache_ = step(std::move(cache_), TokenEvent(TokenEvent::Kind::cleared));
}

std::int64_t HesiClient::wall_ms() const {
  return starts_ * 1000 +
         std::chrono::duration_cast<std::chrono::milliseconds>(world_.now().since_start).count();
}

AuthMode auth_mode(std::string_view text) {
  if (text == "v3") return AuthMode::v3;
  return text == "compatible" ? AuthMode::compatible : AuthMode::v1;
}

}  // namespace mayday
