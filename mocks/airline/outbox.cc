#include "outbox.h"

#include <algorithm>

#include "mayday/airline/signature.h"
#include "mayday/base/json_text.h"
#include "paging.h"
#include "query.h"
#include "wire.h"

namespace mayday::airline {
namespace {

constexpr std::size_t kRemembered = 10'000;
constexpr std::size_t kLongestAnswer = 1000;

/// 5 s, 10 s, 20 s and so on, doubled for as long as all of it stays within three days: the
/// supplier documents exponential back-off for up to 72 hours, the steps are ours.
std::vector<Duration> retry_schedule() {
  std::vector<Duration> pauses;
  Duration total{0};
  for (Duration pause = 5s; total + pause <= 72h; pause *= 2) {
    pauses.push_back(pause);
    total += pause;
  }
  return pauses;
}

/// What a receiver answered, as far as it can be shown: its first bytes, and nothing that is no
/// plain text, for it may be anything.
std::string shown(std::string_view answer) {
  std::string text(answer.substr(0, kLongestAnswer));
  for (char& c : text)
    if (c != '\n' && (c < ' ' || c > '~')) c = '?';
  return text;
}

}  // namespace

Event& Outbox::keep(const News& news, Instant now) {
  if (events_.size() == kRemembered) events_.pop_front();
  Event& event = events_.emplace_back();
  event.id = opaque_id("wev_", ++events_made_);
  event.type = news.type;
  event.order = news.order;
  append(event.body, R"({"api_version":"v2","created_at":")", door_.wall(now),
         R"(","data":{"object":)", news.object, R"(},"id":")", event.id, R"(","idempotency_key":")",
         news.key, R"(","identity_organisation_id":")", opaque_id("org_", 1),
         R"(","live_mode":false,"type":")", news.type, R"("})");
  return event;
}

const Event* Outbox::find(std::string_view id) const {
  auto found = std::find_if(events_.begin(), events_.end(),
                            [id](const Event& event) { return event.id == id; });
  return found == events_.end() ? nullptr : &*found;
}

void Outbox::send(const Event& event, const Receiver& to, Instant now) {
  Push push = wrap(event, to, now);
  push.retry_after = retry_schedule();
  waiting_.post(std::move(push), now);
}

void Outbox::send_once(const Event& event, const Receiver& to, Instant now) {
  waiting_.post(wrap(event, to, now), now);
}

Push Outbox::wrap(const Event& event, const Receiver& to, Instant now) {
  auto seconds = std::chrono::floor<std::chrono::seconds>(door_.since_1970(now));
  Request request("POST", to.peer.outside()->path, event.body);
  request.headers.add("content-type", "application/json");
  Push push(to.peer, std::move(request), "deliverEvent");
  push.id = std::to_string(++parcels_sent_);
  push.order = event.order;
  push.subject = push.id;  // the supplier keeps no order between events
  under_way_[push.id] = Parcel{event.id, event.type, to.id, to.url, to.secret, seconds.count()};
  sign(push);
  return push;
}

void Outbox::sign(Push& push) const {
  auto parcel = under_way_.find(push.id);
  if (parcel == under_way_.end()) return;
  push.request.headers.set(
      "x-duffel-signature",
      sign_event(parcel->second.secret, parcel->second.signed_at, push.request.body));
}

bool Outbox::delivered(const Push& push, const PushAttempt& attempt) {
  auto parcel = under_way_.find(push.id);
  if (parcel == under_way_.end()) return true;
  Delivery delivery;
  delivery.id = opaque_id("del_", ++attempts_made_);
  delivery.parcel = parcel->second;
  delivery.status = attempt.result ? attempt.result->status : 0;
  delivery.answer = attempt.result ? shown(attempt.result->body) : "";
  delivery.taken = delivery.status / 100 == 2;
  delivery.when = attempt.began;
  bool over = delivery.taken || attempt.last;
  if (over) under_way_.erase(parcel);
  if (log_.size() == kRemembered) log_.pop_front();
  log_.push_back(std::move(delivery));
  return over;
}

Handled Outbox::list_deliveries(const Exchange& x, Instant now) const {
  Review review;
  std::optional<bool> taken = read_flag(x.target, "delivery_success", review);
  std::vector<const Delivery*> rows;
  for (auto row = log_.rbegin(); row != log_.rend(); ++row) {
    if (x.target.has("endpoint_id") && row->parcel.receiver != x.target.query("endpoint_id"))
      continue;
    if (x.target.has("type") && row->parcel.type != x.target.query("type")) continue;
    if (!taken || row->taken == *taken) rows.push_back(&*row);
  }
  std::vector<std::string_view> ids;
  for (const Delivery* row : rows) ids.emplace_back(row->id);
  Page page = read_page(x.target, ids, review);
  if (!review.passed()) return door_.refuse(Stamp(x), review.first(), now);
  std::string body =
      list_body(page, [&](std::string& out, std::size_t i) { append_delivery(out, *rows[i]); });
  return door_.answer(Stamp(x), 200, std::move(body), now);
}

void Outbox::append_delivery(std::string& out, const Delivery& delivery) const {
  const Parcel& parcel = delivery.parcel;
  bool answered = delivery.status != 0;
  append(out, R"({"id":")", delivery.id, R"(","event_id":")", parcel.event, R"(","endpoint_id":")",
         parcel.receiver, R"(","type":")", parcel.type, R"(","url":)", quoted(parcel.url),
         R"(,"live_mode":false,"delivery_success":)", delivery.taken ? "true" : "false",
         R"(,"response_status_code":)", answered ? std::to_string(delivery.status) : "null",
         R"(,"response_body":)", answered ? quoted(delivery.answer) : "null", R"(,"created_at":")",
         door_.wall(delivery.when), R"("})");
}

}  // namespace mayday::airline
