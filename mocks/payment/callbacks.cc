#include "callbacks.h"

#include "mayday/base/check.h"
#include "mayday/base/json_text.h"
#include "mayday/payment/signature.h"

namespace mayday::payment {
namespace {

/// Pauses before each further attempt; the contract tells them.
constexpr Duration kRetries[] = {15s, 1min, 5min, 15min, 1h};

std::string outcome_of(const CallResult& result) {
  return result ? std::to_string(result->status) : std::string(to_text(result.error()));
}

}  // namespace

void Callbacks::tell(const Charge& charge, std::string_view type, Instant now) {
  if (charge.asked.callback_url.empty()) return;
  Message& message = messages_.emplace_back();
  message.id = event_id(messages_.size());
  message.type = type;
  message.made = now;
  by_id_[message.id] = &message;
  by_payment_[charge.id].push_back(&message);
  outbox_.post(push_of(charge, message), now);
}

bool Callbacks::delivered(const Push& push, const PushAttempt& attempt) {
  bool taken = attempt.result && attempt.result->status / 100 == 2;
  Message& message = *by_id_.at(push.id);
  message.attempts.push_back({attempt.began, outcome_of(attempt.result)});
  if (taken) message.state = State::delivered;
  if (!taken && attempt.last) message.state = State::failed;
  return taken;
}

void Callbacks::sign(Push& push) const {
  Request& request = push.request;
  request.headers.set("x-pay-signature",
                      sign_payment(settings_.secret, "POST", request.target,
                                   request.headers.get("x-pay-timestamp"), request.body));
}

std::string Callbacks::list_text(const std::string& payment) const {
  std::string out = R"({"data":[)";
  auto found = by_payment_.find(payment);
  if (found != by_payment_.end())
    for (const Message* message : found->second)
      append(out, out.back() == '[' ? "" : ",", text(*message));
  out += "]}";
  return out;
}

/// The same bytes in every attempt: the time stamp is that of the event.
Push Callbacks::push_of(const Charge& charge, const Message& message) const {
  Peer peer = *Peer::at(charge.asked.callback_url);
  std::string body;
  append(body, R"({"id":")", message.id, R"(","type":")", message.type, R"(","created_at":)",
         time_text(message.made, starts_), R"(,"payment":)", charge_text(charge, starts_), "}");
  Request request("POST", peer.outside()->path, std::move(body));
  std::string timestamp = std::to_string(wall_seconds(message.made, starts_));
  request.headers.add("content-type", "application/json");
  request.headers.add("x-pay-key", settings_.key);
  request.headers.add("x-pay-timestamp", std::move(timestamp));
  Push push(peer, std::move(request), "paymentEvent");
  sign(push);
  push.order = charge.asked.order;
  push.subject = charge.id;
  push.id = message.id;
  push.retry_after.assign(std::begin(kRetries), std::end(kRetries));
  return push;
}

std::string Callbacks::text(const Message& message) const {
  static constexpr std::string_view kStates[] = {"pending", "delivered", "failed"};
  std::string out;
  append(out, R"({"id":")", message.id, R"(","type":")", message.type, R"(","created_at":)",
         time_text(message.made, starts_), R"(,"state":")",
         kStates[static_cast<std::size_t>(message.state)], R"(","attempts":[)");
  for (const Attempt& attempt : message.attempts)
    append(out, out.back() == '[' ? "" : ",", R"({"at":)", time_text(attempt.at, starts_),
           R"(,"outcome":")", attempt.outcome, R"("})");
  out += "]}";
  return out;
}

}  // namespace mayday::payment
