#include "answers.h"

#include "mayday/base/draw.h"
#include "mayday/base/json.h"
#include "mayday/base/json_text.h"

namespace mayday::payment {
namespace {

constexpr std::string_view kLetters = "0123456789abcdefghijklmnopqrstuvwxyz";

std::string opaque(std::string_view prefix, std::uint64_t number) {
  std::string text(prefix);
  for (Seed half : {Seed{0}, Seed{1}}) {
    std::uint64_t value = draw(half, prefix, number);
    for (int i = 0; i < 10; ++i) {
      text += kLetters[value % kLetters.size()];
      value /= kLetters.size();
    }
  }
  return text;
}

}  // namespace

std::string payment_id(std::uint64_t number) { return opaque("pay_", number); }
std::string refund_id(std::uint64_t number) { return opaque("ref_", number); }
std::string event_id(std::uint64_t number) { return opaque("evt_", number); }

std::int64_t wall_seconds(Instant at, std::int64_t starts) {
  return starts + std::chrono::duration_cast<std::chrono::seconds>(at.since_start).count();
}

std::string time_text(Instant at, std::int64_t starts) {
  if (at == kNever) return "null";
  return "\"" + rfc3339(std::chrono::seconds{starts} + at.since_start) + "\"";
}

std::string request_id(const Exchange& x) {
  if (!x.id.empty()) return x.id;
  auto began = static_cast<Seed>(x.began.since_start.count());
  return opaque("req_", draw(began, "payment.request", x.request.target + x.request.body));
}

Response answer(std::string_view request_id, int status, std::string body) {
  Response response(status, std::move(body), "application/json");
  response.headers.add("x-request-id", std::string(request_id));
  return response;
}

Response refuse(std::string_view request_id, const Problem& problem) {
  std::string body;
  append(body, R"({"error":{"code":")", problem.code, R"(","message":)", quoted(problem.message),
         R"(,"request_id":)", quoted(request_id), "}}");
  return answer(request_id, problem.status, std::move(body));
}

}  // namespace mayday::payment
