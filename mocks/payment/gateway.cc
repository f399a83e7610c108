#include "gateway.h"

#include <algorithm>

#include "mayday/base/json_text.h"

namespace mayday::payment {
namespace {

/// A description that makes the bank decline, for trying out what then happens.
constexpr std::string_view kDeclined = "drill:decline";

Problem not_found() { return {404, "payment_not_found", "There is no such payment."}; }

BookEntry book_entry(const Charge& charge) {
  BookEntry entry;
  entry.what = "payment";
  entry.key = charge.asked.order;
  entry.id = charge.id;
  entry.state = charge.status == Status::requires_capture ? "open" : to_text(charge.status);
  entry.amount = charge.asked.amount;
  if (charge.status == Status::captured) entry.amount.minor = charge.left_minor();
  return entry;
}

}  // namespace

Handled Gateway::create(const Exchange& x, Instant now) {
  KeyedRequest request(x);
  if (auto problem = key_problem(request)) return refuse(request.id, *problem);
  Complaint complaint;
  PaymentInput input = read_payment(x.request.body, complaint);
  if (!complaint.passed()) return refuse(request.id, complaint.first());
  if (auto known = keys_.find(request, now)) return *known;
  Handled handled = Handled::writing([this, input, request](Instant at, Commit commit) {
    return make(input, request, at, commit);
  });
  handled.order = input.order;
  return handled;
}

/// In two parts: the books, and what the merchant is told beside the answer (callback and key).
Response Gateway::make(const PaymentInput& input, const KeyedRequest& request, Instant now,
                       Commit commit) {
  // The same request may have come a second time while this one was held up.
  if (auto known = keys_.find(request, now)) return *known;
  Charge charge;
  charge.id = payment_id(charges_.size() + 1);
  charge.asked = input;
  charge.created = now;
  bool declined = input.description.starts_with(kDeclined);
  if (declined) charge.status = Status::failed;
  std::string shown = text(charge);
  if (commit != Commit::nothing) {
    const Charge& kept = keep(std::move(charge));
    if (commit == Commit::whole) {
      callbacks_.tell(kept, declined ? "payment.failed" : "payment.created", now);
      keys_.remember(request, 201, shown, now);
    }
  }
  return answer(request.id, 201, std::move(shown));
}

Charge& Gateway::keep(Charge charge) {
  Charge& kept = charges_.emplace_back(std::move(charge));
  by_id_[kept.id] = &kept;
  by_order_[kept.asked.order].push_back(&kept);
  return kept;
}

Handled Gateway::capture(const Exchange& x, Instant now) {
  KeyedRequest request(x);
  request.key.clear();  // a capture is safe to repeat as it is
  return change(x.values.at(0), {ChargeEvent::Kind::capture, std::nullopt}, request, now);
}

Handled Gateway::refund(const Exchange& x, Instant now) {
  KeyedRequest request(x);
  Complaint complaint;
  auto minor = read_refund(x.request.body, complaint);
  // A refund of an amount, come again, would be a second one: only a key tells them apart.
  if (minor || request.has_key())
    if (auto problem = key_problem(request)) return refuse(request.id, *problem);
  if (!complaint.passed()) return refuse(request.id, complaint.first());
  return change(x.values.at(0), {ChargeEvent::Kind::refund, minor}, request, now);
}

Handled Gateway::change(const std::string& id, const ChargeEvent& event,
                        const KeyedRequest& request, Instant now) {
  if (auto known = keys_.find(request, now)) return *known;
  const Charge* charge = find(id);
  if (charge == nullptr) return refuse(request.id, not_found());
  ChargeStep next = step(*charge, event, now);
  if (next.refused) return refuse(request.id, *next.refused);
  if (!next.changed) return answer(request.id, 200, text(*charge));
  return Handled::writing([this, id, event, request](Instant at, Commit commit) {
    return write_change(id, event, request, at, commit);
  });
}

Response Gateway::write_change(const std::string& id, const ChargeEvent& event,
                               const KeyedRequest& request, Instant now, Commit commit) {
  if (auto known = keys_.find(request, now)) return *known;
  Charge& charge = *find(id);
  ChargeStep next = step(charge, event, now);
  if (next.refused) return refuse(request.id, *next.refused);
  bool refunds = event.kind == ChargeEvent::Kind::refund;
  if (next.changed && refunds) next.charge.refunds.back().id = refund_id(++refunds_);
  std::string shown = text(next.changed ? next.charge : charge);
  if (next.changed && commit != Commit::nothing) {
    charge = std::move(next.charge);
    if (commit == Commit::whole)
      callbacks_.tell(charge, refunds ? "payment.refunded" : "payment.captured", now);
  }
  if (commit == Commit::whole) keys_.remember(request, 200, shown, now);
  return answer(request.id, 200, std::move(shown));
}

Handled Gateway::get(const Exchange& x, Instant) {
  const Charge* charge = find(x.values.at(0));
  if (charge == nullptr) return refuse(request_id(x), not_found());
  return answer(request_id(x), 200, text(*charge));
}

Handled Gateway::list(const Exchange& x, Instant) {
  Complaint complaint;
  ListInput input = read_list(x.target, complaint);
  if (!complaint.passed()) return refuse(request_id(x), complaint.first());
  static const std::vector<const Charge*> kNone;
  auto found = by_order_.find(input.order);
  const auto& all = found == by_order_.end() ? kNone : found->second;
  auto from = all.begin();
  if (!input.after.empty()) {
    from = std::find_if(from, all.end(), [&](const Charge* c) { return c->id == input.after; });
    if (from == all.end())
      return refuse(request_id(x),
                    {400, "parameter_invalid", "after must be a payment of the order."});
    ++from;
  }
  std::string body = R"({"data":[)";
  for (; from != all.end() && input.limit > 0; ++from, --input.limit)
    append(body, body.back() == '[' ? "" : ",", text(**from));
  append(body, R"(],"has_more":)", from == all.end() ? "false" : "true", "}");
  return answer(request_id(x), 200, std::move(body));
}

Handled Gateway::list_callbacks(const Exchange& x, Instant) {
  const std::string& id = x.values.at(0);
  if (find(id) == nullptr) return refuse(request_id(x), not_found());
  return answer(request_id(x), 200, callbacks_.list_text(id));
}

std::vector<BookEntry> Gateway::books() const {
  std::vector<BookEntry> entries;
  for (const Charge& charge : charges_) entries.push_back(book_entry(charge));
  return entries;
}

Charge* Gateway::find(const std::string& id) {
  auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

}  // namespace mayday::payment
