#include "door.h"

#include <algorithm>
#include <cstdio>

#include "mayday/base/draw.h"
#include "mayday/base/json_text.h"
#include "wire.h"

namespace mayday::airline {
namespace {

constexpr std::string_view kToken = "duffel_test_drill_token";
constexpr std::string_view kExpiredToken = "duffel_test_expired_token";
constexpr std::string_view kReadOnlyToken = "duffel_test_readonly_token";

std::string_view authorization_problem(Exchange& x) {
  if (!x.request.headers.has("authorization")) return "missing_authorization_header";
  std::string_view value = x.request.headers.get("authorization");
  if (!value.starts_with("Bearer ") || value.size() == 7) return "invalid_authorization_header";
  value.remove_prefix(7);
  if (value == kExpiredToken) return "expired_access_token";
  if (x.tokens_since > Instant{Duration::min()}) {  // a token has no age: all are from before
    x.auth_refused = true;
    return "expired_access_token";
  }
  if (value == kReadOnlyToken) return x.write ? "insufficient_permissions" : "";
  return value == kToken ? "" : "access_token_not_found";
}

std::string_view version_problem(Exchange& x) {
  if (!x.request.headers.has("duffel-version")) return "missing_version_header";
  std::string_view version = x.request.headers.get("duffel-version");
  if (version != "v2" && version != "v1" && version != "beta") return "invalid_version_header";
  const auto& accepted = x.accepted_auth;
  if (accepted.empty()) return version == "v2" ? "" : "unsupported_version";
  if (std::find(accepted.begin(), accepted.end(), version) != accepted.end()) return "";
  x.auth_refused = version == "v2";
  return "unsupported_version";
}

std::string_view format_problem(const Request& request) {
  std::string_view accept = request.headers.get("accept");
  if (!accept.empty() && accept.find("*/*") == accept.npos &&
      accept.find("application/*") == accept.npos && accept.find("application/json") == accept.npos)
    return "unsupported_format";
  bool has_body = (request.method == "POST" || request.method == "PATCH") && !request.body.empty();
  if (!has_body) return "";
  std::string_view type = request.headers.get("content-type");
  if (type.empty()) return "missing_content_type_header";
  return type.starts_with("application/json") ? "" : "invalid_content_type_header";
}

/// "Mon, 23 Nov 2026 06:01:00 GMT" for a whole minute.
std::string http_date(std::int64_t minutes) {
  static constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::chrono::sys_days day{std::chrono::days{minutes / 1440}};
  std::chrono::year_month_day date{day};
  char text[40];
  std::snprintf(text, sizeof text, "%s, %02u %s %04d %02d:%02d:00 GMT",
                kDays[std::chrono::weekday{day}.c_encoding()], static_cast<unsigned>(date.day()),
                kMonths[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                static_cast<int>(minutes / 60 % 24), static_cast<int>(minutes % 60));
  return text;
}

/// Airline errors name the airline; errors about a member point to it.
void append_source(std::string& out, const Problem& row, const Refusal& refusal) {
  if (row.type == "airline_error") {
    append(out, R"(,"source":"duffel_airways")");
  } else if (!refusal.pointer.empty()) {
    std::string_view field =
        std::string_view(refusal.pointer).substr(refusal.pointer.rfind('/') + 1);
    append(out, R"(,"source":{"field":)", quoted(field), R"(,"pointer":)", quoted(refusal.pointer),
           "}");
  }
}

std::string error_body(const Stamp& stamp, const Problem& row, const Refusal& refusal, int status) {
  std::string body;
  std::string_view message = refusal.message.empty() ? row.message : refusal.message;
  append(body, R"({"errors":[{"type":")", row.type, R"(","title":")", row.title, R"(","code":")",
         row.code, R"(","message":)", quoted(message),
         R"(,"documentation_url":"https://duffel.com/docs/api/overview/response-handling")");
  append_source(body, row, refusal);
  append(body, R"(}],"meta":{"status":)", std::to_string(status), R"(,"request_id":)",
         quoted(stamp.request_id), "}}");
  return body;
}

}  // namespace

Stamp::Stamp(const Exchange& x)
    : request_id(x.id), correlation_id(x.request.headers.get("x-client-correlation-id")) {
  if (request_id.empty())
    request_id = opaque_id("G", draw(static_cast<Seed>(x.began.since_start.count()),
                                     "airline.request", x.request.target));
}

std::optional<Response> Door::check(Exchange& x, Instant now) {
  std::string_view code = take(now) ? authorization_problem(x) : "rate_limit_exceeded";
  if (code.empty()) code = version_problem(x);
  if (code.empty()) code = format_problem(x.request);
  if (code.empty()) return std::nullopt;
  return refuse(Stamp(x), {.code = code}, now);
}

Response Door::answer(const Stamp& stamp, int status, std::string body, Instant now) const {
  return answer(stamp, Response(status, std::move(body), "application/json"), now);
}

Response Door::done(const Stamp& stamp, Instant now) const {
  return answer(stamp, Response(204), now);
}

Response Door::answer(const Stamp& stamp, Response response, Instant now) const {
  std::int64_t used = minute(now) == minute_ ? used_ : 0;
  response.headers.add("x-request-id", stamp.request_id);
  response.headers.add("ratelimit-limit", std::to_string(rate_limit_));
  response.headers.add("ratelimit-remaining",
                       std::to_string(std::max<std::int64_t>(0, rate_limit_ - used)));
  response.headers.add("ratelimit-reset", http_date(minute(now) + 1));
  if (!stamp.correlation_id.empty())
    response.headers.add("x-client-correlation-id", stamp.correlation_id);
  return response;
}

Response Door::refuse(const Stamp& stamp, const Refusal& refusal, Instant now) const {
  const Problem& row = problem(refusal.code);
  return answer(stamp, row.status, error_body(stamp, row, refusal, row.status), now);
}

Response Door::fail(const Stamp& stamp, const Problem& row, int status, Instant now) const {
  return answer(stamp, status, error_body(stamp, row, {.code = row.code}, status), now);
}

std::string Door::wall(Instant at) const { return rfc3339(since_1970(at), true); }

bool Door::take(Instant now) {
  if (minute(now) != minute_) {
    minute_ = minute(now);
    used_ = 0;
  }
  return ++used_ <= rate_limit_;
}

std::int64_t Door::minute(Instant now) const {
  return (starts_ + std::chrono::duration_cast<std::chrono::seconds>(now.since_start).count()) / 60;
}

}  // namespace mayday::airline
