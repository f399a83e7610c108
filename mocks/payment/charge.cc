#include "charge.h"

#include <numeric>

#include "mayday/base/check.h"
#include "mayday/base/json_text.h"
#include "mayday/base/money.h"

namespace mayday::payment {
namespace {

ChargeStep refused(Charge charge, std::string_view wanted) {
  std::string message = "A payment that is ";
  append(message, to_text(charge.status), " cannot become ", wanted, ".");
  return {std::move(charge), false, Problem{409, "state_invalid", std::move(message)}};
}

ChargeStep capture(Charge charge, Instant now) {
  if (charge.status == Status::captured) return {std::move(charge), false, std::nullopt};
  if (charge.status != Status::requires_capture) return refused(std::move(charge), "captured");
  charge.status = Status::captured;
  charge.captured = now;
  return {std::move(charge), true, std::nullopt};
}

ChargeStep refund(Charge charge, std::optional<std::int64_t> minor, Instant now) {
  bool again = charge.status == Status::refunded && !minor;
  if (again) return {std::move(charge), false, std::nullopt};
  if (charge.status != Status::captured) return refused(std::move(charge), "refunded");
  std::int64_t left = charge.left_minor();
  if (minor.value_or(left) > left)
    return {std::move(charge), false,
            Problem{422, "amount_invalid", "amount is more than is left of the payment."}};
  charge.refunds.push_back({{}, minor.value_or(left), now});
  if (charge.left_minor() == 0) {
    charge.status = Status::refunded;
    charge.refunded = now;
  }
  return {std::move(charge), true, std::nullopt};
}

}  // namespace

std::string_view to_text(Status status) {
  switch (status) {
    case Status::requires_capture:
      return "requires_capture";
    case Status::captured:
      return "captured";
    case Status::refunded:
      return "refunded";
    case Status::failed:
      return "failed";
  }
  broken("unhandled Status");
}

std::int64_t Charge::refunded_minor() const {
  return std::accumulate(refunds.begin(), refunds.end(), std::int64_t{0},
                         [](std::int64_t sum, const Refund& one) { return sum + one.minor; });
}

ChargeStep step(Charge charge, const ChargeEvent& event, Instant now) {
  switch (event.kind) {
    case ChargeEvent::Kind::capture:
      return capture(std::move(charge), now);
    case ChargeEvent::Kind::refund:
      return refund(std::move(charge), event.minor, now);
  }
  broken("unhandled ChargeEvent");
}

std::string charge_text(const Charge& charge, std::int64_t starts) {
  const Money& amount = charge.asked.amount;
  auto money = [&](std::int64_t minor) { return decimal({minor, amount.currency}); };
  std::string out;
  append(out, R"({"id":")", charge.id, R"(","status":")", to_text(charge.status), R"(","amount":")",
         decimal(amount), R"(","currency":")", amount.currency, R"(","order":)",
         quoted(charge.asked.order), R"(,"description":)", quoted(charge.asked.description),
         R"(,"failure":)", charge.status == Status::failed ? R"("declined")" : "null",
         R"(,"created_at":)", time_text(charge.created, starts), R"(,"captured_at":)",
         time_text(charge.captured, starts), R"(,"refunded_at":)",
         time_text(charge.refunded, starts), R"(,"amount_refunded":")",
         money(charge.refunded_minor()), R"(","refunds":[)");
  for (const Refund& one : charge.refunds)
    append(out, out.back() == '[' ? "" : ",", R"({"id":")", one.id, R"(","amount":")",
           money(one.minor), R"(","created_at":)", time_text(one.at, starts), "}");
  const std::string& url = charge.asked.callback_url;
  append(out, R"(],"callback_url":)", url.empty() ? "null" : quoted(url), "}");
  return out;
}

}  // namespace mayday::payment
