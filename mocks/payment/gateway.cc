#include "gateway.h"

#include "mayday/base/check.h"

namespace mayday::payment {
namespace {

constexpr Duration kKeysLive = 24h;
/// A description that makes the bank decline, for trying out what then happens.
constexpr std::string_view kDeclined = "drill:decline";

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

/// Where a payment must be to get to `to`.
Status before(Status to) {
  return to == Status::captured ? Status::requires_capture : Status::captured;
}

Problem not_found() { return {404, "payment_not_found", "There is no such payment."}; }

Problem wrong_state(const Charge& charge, Status to) {
  std::string message = "A payment that is ";
  append(message, to_text(charge.status), " cannot become ", to_text(to), ".");
  return {409, "state_invalid", std::move(message)};
}

}  // namespace

Handled Gateway::create(const Exchange& x, Instant now) {
  std::string request = request_id(x);
  std::string key(x.request.headers.get("idempotency-key"));
  if (key.empty() || key.size() > 255)
    return refuse(request, {400, "idempotency_key_missing",
                            "Send an Idempotency-Key of 1 to 255 characters."});
  Complaint complaint;
  PaymentInput input = read_payment(x.request.body, complaint);
  if (!complaint.passed()) return refuse(request, complaint.first());
  forget_old(now);
  if (auto known = repeated(key, x.request.body, request)) return *known;
  return Handled::writing([this, input, key, body = x.request.body, request](Instant at) {
    // The same request may have come a second time while this one was held up.
    if (auto known = repeated(key, body, request)) return *known;
    return make(input, key, body, request, at);
  });
}

std::optional<Response> Gateway::repeated(const std::string& key, const std::string& body,
                                          std::string_view request) {
  auto known = keys_.find(key);
  if (known == keys_.end()) return std::nullopt;
  if (known->second.request == body) return answer(request, 201, known->second.answer);
  return refuse(
      request, {409, "idempotency_conflict", "This Idempotency-Key was used for another request."});
}

Response Gateway::make(const PaymentInput& input, const std::string& key, const std::string& body,
                       std::string_view request, Instant now) {
  Charge& charge = charges_.emplace_back();
  charge.id = payment_id(charges_.size());
  charge.asked = input;
  charge.created = now;
  if (input.description.starts_with(kDeclined)) charge.status = Status::failed;
  by_id_[charge.id] = &charge;
  by_order_[input.order].push_back(&charge);
  std::string shown = text(charge);
  oldest_keys_.push_back(key);
  keys_[key] = Remembered{body, shown, now};
  return answer(request, 201, std::move(shown));
}

Handled Gateway::capture(const Exchange& x, Instant) { return change(x, Status::captured); }

Handled Gateway::refund(const Exchange& x, Instant) {
  Complaint complaint;
  auto amount = read_refund(x.request.body, complaint);
  if (!complaint.passed()) return refuse(request_id(x), complaint.first());
  const Charge* charge = find(x.values.at(0));
  if (charge != nullptr && amount && *amount != charge->asked.amount.minor)
    return refuse(request_id(x), {422, "amount_invalid", "Only the whole amount can be refunded."});
  return change(x, Status::refunded);
}

Handled Gateway::change(const Exchange& x, Status to) {
  std::string request = request_id(x);
  const Charge* charge = find(x.values.at(0));
  if (charge == nullptr) return refuse(request, not_found());
  if (charge->status == to) return answer(request, 200, text(*charge));
  if (charge->status != before(to)) return refuse(request, wrong_state(*charge, to));
  return Handled::writing(
      [this, id = charge->id, to, request](Instant at) { return change(id, to, request, at); });
}

Response Gateway::change(const std::string& id, Status to, std::string_view request, Instant now) {
  Charge& charge = *find(id);
  if (charge.status != to) {
    if (charge.status != before(to)) return refuse(request, wrong_state(charge, to));
    charge.status = to;
    (to == Status::captured ? charge.captured : charge.refunded) = now;
  }
  return answer(request, 200, text(charge));
}

Handled Gateway::get(const Exchange& x, Instant) {
  const Charge* charge = find(x.values.at(0));
  if (charge == nullptr) return refuse(request_id(x), not_found());
  return answer(request_id(x), 200, text(*charge));
}

Handled Gateway::list(const Exchange& x, Instant) {
  std::string order(x.target.query("order"));
  if (order.empty())
    return refuse(request_id(x), {400, "parameter_missing", "Say which order: ?order=NUMBER."});
  std::string body = R"({"data":[)";
  auto found = by_order_.find(order);
  if (found != by_order_.end())
    for (const Charge* charge : found->second)
      append(body, body.back() == '[' ? "" : ",", text(*charge));
  return answer(request_id(x), 200, body + "]}");
}

std::vector<BookEntry> Gateway::books() const {
  std::vector<BookEntry> entries;
  for (const Charge& charge : charges_) {
    BookEntry entry;
    entry.what = "payment";
    entry.key = charge.asked.order;
    entry.id = charge.id;
    entry.state = charge.status == Status::requires_capture ? "open" : to_text(charge.status);
    entry.amount = charge.asked.amount;
    entries.push_back(std::move(entry));
  }
  return entries;
}

void Gateway::forget_old(Instant now) {
  while (!oldest_keys_.empty() && keys_.at(oldest_keys_.front()).at + kKeysLive <= now) {
    keys_.erase(oldest_keys_.front());
    oldest_keys_.pop_front();
  }
}

Charge* Gateway::find(const std::string& id) {
  auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

std::string Gateway::text(const Charge& charge) const {
  auto time = [this](Instant at) {
    if (at == kNever) return std::string("null");
    return "\"" + rfc3339(std::chrono::seconds{starts_} + at.since_start) + "\"";
  };
  std::string out;
  append(out, R"({"id":")", charge.id, R"(","status":")", to_text(charge.status), R"(","amount":")",
         decimal(charge.asked.amount), R"(","currency":")", charge.asked.amount.currency,
         R"(","order":)", quoted(charge.asked.order), R"(,"description":)",
         quoted(charge.asked.description), R"(,"failure":)",
         charge.status == Status::failed ? R"("declined")" : "null", R"(,"created_at":)",
         time(charge.created), R"(,"captured_at":)", time(charge.captured), R"(,"refunded_at":)",
         time(charge.refunded), "}");
  return out;
}

}  // namespace mayday::payment
