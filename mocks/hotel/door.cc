#include "door.h"

#include <algorithm>

#include "mayday/base/draw.h"
#include "mayday/base/json_text.h"
#include "wire.h"

namespace mayday::hotel {
namespace {

constexpr std::string_view kJson = "application/vnd.amadeus+json";

void append_source(std::string& out, const Problem& problem) {
  if (!problem.parameter.empty())
    append(out, R"(,"source":{"parameter":)", quoted(problem.parameter), "}");
  else if (!problem.pointer.empty())
    append(out, R"(,"source":{"pointer":)", quoted(problem.pointer), "}");
}

Response stamped(const Stamp& stamp, int status, std::string body, std::string_view type) {
  Response response(status, std::move(body), type);
  response.headers.add("Ama-Request-Id", stamp.request_id);
  response.headers.add("Ama-Gateway-Request-Id",
                       "rrt-" + stamp.request_id.substr(0, 12) + "-a-eu-1000-1000001-1");
  response.headers.add("Server", "Amadeus");
  if (!stamp.client_ref.empty()) response.headers.add("Ama-Client-Ref", stamp.client_ref);
  return response;
}

}  // namespace

Stamp::Stamp(const Exchange& x) : client_ref(x.request.headers.get("ama-client-ref")) {
  auto began = static_cast<std::uint64_t>(x.began.since_start.count());
  std::uint64_t number = x.id.empty() ? draw(began, "hotel.request", x.request.target)
                                      : draw(0, "hotel.request", x.id);
  request_id = opaque_code("hotel.request", number, 14);
  std::string_view host = x.request.headers.get("host");
  append(base, "http://", host.empty() ? std::string_view("127.0.0.1") : host);
}

std::optional<Response> Door::check(Exchange& x, bool is_open, Instant now) {
  Stamp stamp(x);
  if (!take(now))
    return refuse(stamp, {429, 38194, "Too many requests", "Slow down and try again", {}, {}});
  if (x.route < 0)
    return refuse(stamp,
                  {404, 38196, "Resource not found", "There is nothing at this path", {}, {}});
  if (is_open) return std::nullopt;
  if (auto problem = token_problem(x, now)) return refuse(stamp, *problem);
  return std::nullopt;
}

std::optional<Problem> Door::token_problem(Exchange& x, Instant now) const {
  std::string_view value = x.request.headers.get("authorization");
  if (!value.starts_with("Bearer ") || value.size() == 7)
    return Problem{401, 38191, "Invalid HTTP header", "A Bearer token is missing", {}, {}};
  const Token* token = tokens_.find(std::string(value.substr(7)));
  if (token == nullptr)
    return Problem{401, 38190, "Invalid access token", "No such access token exists", {}, {}};
  if (tokens_.is_expired(*token, now))
    return Problem{401, 38192, "Access token expired", "Get a new access token", {}, {}};
  if (token->issued < x.tokens_since) x.auth_refused = true;
  if (token->client == Tokens::kRevoked || x.auth_refused)
    return Problem{401, 39683, "API key revoked", {}, {}, {}};
  const auto& accepted = x.accepted_auth;
  if (!accepted.empty() && std::find(accepted.begin(), accepted.end(), "v1") == accepted.end()) {
    x.auth_refused = true;
    return Problem{401, 39686, "Invalid API key", {}, {}, {}};
  }
  if (x.write && token->client == Tokens::kReadOnly)
    return Problem{403, 38197, "Forbidden", "This client may not book", {}, {}};
  return std::nullopt;
}

Response Door::answer(const Stamp& stamp, int status, std::string body) const {
  return stamped(stamp, status, std::move(body), kJson);
}

Response Door::token_answer(const Stamp& stamp, int status, std::string body) const {
  return stamped(stamp, status, std::move(body), "application/json");
}

Response Door::refuse(const Stamp& stamp, const Problem& problem) const {
  std::string body;
  append(body, R"({"errors":[{"status":)", std::to_string(problem.status), R"(,"code":)",
         std::to_string(problem.code), R"(,"title":)", quoted(problem.title));
  if (!problem.detail.empty()) append(body, R"(,"detail":)", quoted(problem.detail));
  append_source(body, problem);
  body += "}]}";
  return answer(stamp, problem.status, std::move(body));
}

bool Door::take(Instant now) {
  std::int64_t second = now.since_start / std::chrono::seconds{1};
  if (second != second_) {
    second_ = second;
    used_ = 0;
  }
  return ++used_ <= rate_limit_;
}

}  // namespace mayday::hotel
