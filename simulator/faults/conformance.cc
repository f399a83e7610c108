#include "mayday/faults/conformance.h"

#include <charconv>

namespace mayday {
namespace {

constexpr std::int64_t kStormCalls = 60;
constexpr std::int64_t kRefusalsMost = 3;
constexpr std::string_view kKey = "idempotency-key";

bool is_refused(const Exchange& x, const Reply& reply) {
  return x.auth_refused || reply.response.status == 401 || reply.response.status == 403;
}

bool is_failed(const Reply& reply) {
  int status = reply.response.status;
  return reply.delivery != Delivery::whole || status >= 500 || status == 429 || status == 408;
}

/// The caller's credential, or an empty view.
std::string_view token_of(const Exchange& x) {
  std::string_view query = x.target.query("accessToken");
  return query.empty() ? x.request.headers.get("authorization") : query;
}

Duration retry_after(const Reply& reply) {
  std::string_view text = reply.response.headers.get("retry-after");
  std::int64_t seconds = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  bool number = error == std::errc{} && end == text.data() + text.size();
  return number && seconds > 0 && seconds < 86'400 ? Duration{seconds * 1s} : Duration{0};
}

}  // namespace

void Conformance::see(const Exchange& x, const Reply& reply, Instant now) {
  bool failed = is_failed(reply);
  bool refused = is_refused(x, reply);
  if (!failed && !refused && failed_.empty() && refusals_.empty()) return;
  judge_token(x, refused);
  std::string content = x.content();
  auto before = failed_.find(content);
  bool repeat = before != failed_.end();
  if (repeat) judge_repeat(x, before->second);
  judge_minute(x, repeat);
  if (!failed) {
    if (repeat) failed_.erase(before);
    return;
  }
  if (!repeat && failed_.size() >= kKept) return;
  Failed& now_failed = failed_[content];
  now_failed.at = now;
  now_failed.not_before = now + retry_after(reply);
  now_failed.key = x.request.headers.get(kKey);
}

void Conformance::judge_repeat(const Exchange& x, Failed& before) {
  if (x.began < before.not_before) note(Misconduct::retry_after_ignored, x);
  Duration gap = x.began - before.at;
  ++before.repeats;
  if (before.repeats >= 2 && gap <= before.gap + before.gap / 10) note(Misconduct::no_back_off, x);
  before.gap = gap;
  bool wants_key = x.vendor == Member::payment && x.write && x.operation != "capturePayment";
  std::string_view key = x.request.headers.get(kKey);
  if (wants_key && key.empty()) note(Misconduct::key_missing, x);
  if (!key.empty() && !before.key.empty() && key != before.key) note(Misconduct::key_changed, x);
}

void Conformance::judge_token(const Exchange& x, bool refused) {
  std::string_view token = token_of(x);
  if (token.empty()) return;
  if (!refused) {
    if (!refusals_.empty()) refusals_.erase(std::string(token));
    return;
  }
  if (refusals_.size() >= kKept) return;
  if (++refusals_[std::string(token)] > kRefusalsMost) note(Misconduct::stale_token, x);
}

void Conformance::judge_minute(const Exchange& x, bool repeat) {
  Minute& minute = minutes_[x.vendor];
  std::int64_t number = x.began.since_start / 1min;
  if (minute.number != number) minute = Minute{number, 0, 0};
  ++minute.calls;
  if (repeat) ++minute.repeats;
  bool storm = minute.calls >= kStormCalls && minute.repeats * 2 > minute.calls;
  if (!storm) return;
  note(Misconduct::retry_storm, x);
  minute.calls = minute.repeats = 0;
}

void Conformance::note(Misconduct what, const Exchange& x) {
  Kind kind{what, x.vendor, std::string(x.operation)};
  std::int64_t nth = ++counts_[kind];
  if (nth == 1 && on_first) on_first(kind, x.id);
}

}  // namespace mayday
