#include "webhooks.h"

#include <algorithm>

#include "mayday/base/draw.h"
#include "mayday/base/json_text.h"
#include "paging.h"
#include "wire.h"

namespace mayday::airline {
namespace {

constexpr std::size_t kMostReceivers = 100;

/// Twenty-two letters and digits and the padding of base64, like the supplier's. It need not be
/// hard to guess: whoever knows the drill's token may ask for one.
std::string secret_of(std::uint64_t number) { return opaque_id("", number) + "=="; }

bool is_for(const Event& event, const Receiver& receiver) {
  return event.receiver.empty() ? receiver.wants(event.type) : receiver.id == event.receiver;
}

}  // namespace

void Webhooks::tell(const News& news, Instant now) {
  const Event* event = nullptr;
  for (const Receiver& receiver : receivers_) {
    if (!receiver.wants(news.type)) continue;
    if (event == nullptr) event = &outbox_.keep(news, now);
    outbox_.send(*event, receiver, now);
  }
}

Handled Webhooks::list(const Exchange& x, Instant now) {
  Review review;
  std::vector<std::string_view> ids;
  for (auto receiver = receivers_.rbegin(); receiver != receivers_.rend(); ++receiver)
    ids.emplace_back(receiver->id);
  Page page = read_page(x.target, ids, review);
  if (!review.passed()) return door_.refuse(Stamp(x), review.first(), now);
  std::string body = list_body(page, [&](std::string& out, std::size_t i) {
    append_receiver(out, receivers_[receivers_.size() - 1 - i]);
    out += '}';
  });
  return door_.answer(Stamp(x), 200, std::move(body), now);
}

Handled Webhooks::create(const Exchange& x, Instant now) {
  Stamp stamp(x);
  Review review;
  std::optional<Receiver> receiver = read_receiver(review.data(x.request.body), review);
  if (receiver && receivers_.size() >= kMostReceivers)
    review.refuse("validation_inclusion", "/url", "the account has as many webhooks as it may");
  if (!review.passed()) return door_.refuse(stamp, review.first(), now);
  return Handled::writing(
      [this, wanted = *receiver, stamp](Instant at) { return add(wanted, stamp, at); });
}

Response Webhooks::add(Receiver receiver, const Stamp& stamp, Instant now) {
  receiver.id = opaque_id("end_", ++made_);
  receiver.secret = secret_of(made_);
  receiver.created = now;
  std::string body = R"({"data":)";
  append_receiver(body, receiver);
  append(body, R"(,"secret":")", receiver.secret, R"("}})");
  receivers_.push_back(std::move(receiver));
  return door_.answer(stamp, 201, std::move(body), now);
}

Handled Webhooks::remove(const Exchange& x, Instant now) {
  Stamp stamp(x);
  std::string id = x.values.at(0);
  if (find(id) == receivers_.end()) return door_.refuse(stamp, {.code = "not_found"}, now);
  return Handled::writing([this, id, stamp](Instant at) {
    auto receiver = find(id);
    if (receiver == receivers_.end()) return door_.refuse(stamp, {.code = "not_found"}, at);
    receivers_.erase(receiver);
    return door_.done(stamp, at);
  });
}

Handled Webhooks::ping(const Exchange& x, Instant now) {
  Stamp stamp(x);
  std::string id = x.values.at(0);
  if (find(id) == receivers_.end()) return door_.refuse(stamp, {.code = "not_found"}, now);
  return Handled::writing([this, id, stamp](Instant at) {
    auto receiver = find(id);
    if (receiver == receivers_.end()) return door_.refuse(stamp, {.code = "not_found"}, at);
    Event& event = outbox_.keep({"ping.triggered", id, "{}", ""}, at);
    event.receiver = id;
    outbox_.send_once(event, *receiver, at);
    return door_.done(stamp, at);
  });
}

Handled Webhooks::redeliver(const Exchange& x, Instant now) {
  Stamp stamp(x);
  std::string id = x.values.at(0);
  if (outbox_.find(id) == nullptr) return door_.refuse(stamp, {.code = "not_found"}, now);
  return Handled::writing([this, id, stamp](Instant at) {
    const Event* event = outbox_.find(id);
    if (event == nullptr) return door_.refuse(stamp, {.code = "not_found"}, at);
    for (const Receiver& receiver : receivers_)
      if (is_for(*event, receiver)) outbox_.send(*event, receiver, at);
    return door_.done(stamp, at);
  });
}

/// An object without its closing brace: the answer to createWebhook adds the secret.
void Webhooks::append_receiver(std::string& out, const Receiver& receiver) const {
  std::string created = door_.wall(receiver.created);
  append(out, R"({"id":")", receiver.id, R"(","url":)", quoted(receiver.url), R"(,"events":[)");
  for (const std::string& type : receiver.events)
    append(out, out.back() == '[' ? "" : ",", "\"", type, "\"");
  append(out, R"(],"active":true,"live_mode":false,"created_at":")", created, R"(","updated_at":")",
         created, "\"");
}

std::deque<Receiver>::iterator Webhooks::find(const std::string& id) {
  return std::find_if(receivers_.begin(), receivers_.end(),
                      [&](const Receiver& receiver) { return receiver.id == id; });
}

}  // namespace mayday::airline
