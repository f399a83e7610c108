#include "vendor_calls.h"

#include "mayday/base/hex.h"

namespace mayday {
namespace {

constexpr Duration kPauseBeforeRetry = 200ms;

/// Whether an answer has what every good answer of the operation has.
bool complete(const json::value& body, std::string_view member) {
  const json::object* object = body.if_object();
  const json::value* value = object ? object->if_contains(member) : nullptr;
  if (!value || value->is_null()) return false;
  const json::string* text = value->if_string();
  return !text || !text->empty();
}

/// Whether another attempt may fare better.
bool worth_repeating(const Answer& answer) {
  if (answer.error) return true;
  return answer.status == 408 || answer.status == 429 || answer.status >= 500;
}

/// Whether the vendor may have done what was asked although its answer does not say so.
bool may_have_acted(const Answer& answer) {
  if (answer.error) return *answer.error != CallError::refused && *answer.error != CallError::tls;
  return answer.status == 500 || answer.status == 502 || answer.status == 504;
}

CallClass class_of(const Answer& answer) {
  if (!answer.error) return class_of_status(answer.status);
  return *answer.error == CallError::timed_out ? CallClass::timed_out : CallClass::broken_off;
}

std::string note_on(const Answer& answer) {
  if (!answer.strange) return {};
  std::string code = answer.body_code();
  return code.empty() ? "unexpected body" : "unexpected body: code " + code;
}

}  // namespace

std::string Answer::body_code() const {
  const json::object* object = body().if_object();
  const json::value* code = object ? object->if_contains("code") : nullptr;
  const json::string* text = code ? code->if_string() : nullptr;
  return text && text->size() <= 16 ? std::string(*text) : std::string();
}

VendorCalls::VendorCalls(World& world, Origins& origins, InnerPoints& points, Seed seed,
                         const DeskSettings& settings, AccessLog& log, Meters& meters,
                         BreakerChanged breaker_changed)
    : world_(world),
      origins_(origins),
      points_(points),
      seed_(seed),
      settings_(settings),
      log_(log),
      meters_(meters),
      breaker_changed_(std::move(breaker_changed)) {}

Task<Answer> VendorCalls::call(VendorCall call) {
  const OperationFacts& of = facts(call.operation);
  bool maybe_done = false;
  int made = 0;
  for (;;) {
    ++made;
    Answer answer = co_await attempt(call, call.attempts_before + made);
    bool sent = answer.error || answer.status != 0;
    maybe_done = maybe_done || (sent && may_have_acted(answer));
    answer.attempts = call.attempts_before + made;
    answer.maybe_done = maybe_done && !answer.good();
    bool again = sent && of.repeatable && made <= settings_.plan.retries && worth_repeating(answer);
    if (!again) co_return answer;
    co_await world_.sleep(kPauseBeforeRetry);
  }
}

Task<Answer> VendorCalls::attempt(const VendorCall& call, int number) {
  const OperationFacts& of = facts(call.operation);
  LogLine line;
  line.out = true;
  line.where = to_text(of.vendor);
  line.operation = of.name;
  line.client = call.origin.client;
  line.request_id = fresh_id("dk-");
  Answer answer;
  answer.request_id = line.request_id;
  if (!admitted(of.vendor)) {
    line.at = world_.now();
    line.error = "not sent";
    line.note = "circuit breaker open";
    meters_.called(call.operation, CallClass::not_sent, Duration{0});
    log_.add(std::move(line));
    co_return answer;
  }
  Origin origin = call.origin;
  origin.key = call.name + "/" + std::to_string(number);
  origins_.add(line.request_id, std::move(origin));
  Instant began = world_.now();
  CallResult result = co_await send(call, line.request_id);
  origins_.forget(line.request_id);
  line.at = world_.now();
  line.took = line.at - began;
  if (result) {
    answer.status = result->status;
    answer.parsed = ParsedJson(result->body);
    answer.strange = answer.status < 300 && !complete(answer.body(), of.gives);
    line.status = answer.status;
    line.note = note_on(answer);
  } else {
    answer.error = result.error();
    line.error = to_text(result.error());
  }
  note_outcome(of.vendor, answer.error || answer.status >= 500);
  meters_.called(call.operation, class_of(answer), line.took);
  log_.add(std::move(line));
  co_return answer;
}

/// Through the way out of the house, and then to the vendor.
Task<CallResult> VendorCalls::send(const VendorCall& call, const std::string& id) {
  Request request = call.request;
  request.headers.add("x-request-id", id);
  Duration patience = settings_.plan.patience;
  Member vendor = facts(call.operation).vendor;
  if (points_.idle()) return world_.call(vendor, std::move(request), patience);
  return send_out(vendor, std::move(request), patience, call.origin, id);
}

Task<CallResult> VendorCalls::send_out(Member vendor, Request request, Duration patience,
                                       Origin origin, std::string id) {
  std::optional<CallError> failed = co_await points_.leave(origin, std::move(id));
  if (failed) co_return *failed;
  CallResult result = co_await world_.call(vendor, std::move(request), patience);
  co_return result;
}

std::string VendorCalls::fresh_id(std::string_view prefix) {
  ++ids_;
  return std::string(prefix) + hex(draw(seed_, "desk id", ids_));
}

bool VendorCalls::admitted(Member vendor) {
  Breaker& breaker = breakers_[static_cast<std::size_t>(vendor)];
  BreakerStep asked = step(breaker, BreakerEvent::asked, policy(), world_.now());
  set_breaker(vendor, asked.next);
  return asked.admitted;
}

void VendorCalls::note_outcome(Member vendor, bool failed) {
  BreakerEvent event = failed ? BreakerEvent::failed : BreakerEvent::succeeded;
  const Breaker& breaker = breakers_[static_cast<std::size_t>(vendor)];
  BreakerStep next = step(breaker, event, policy(), world_.now());
  set_breaker(vendor, next.next);
}

void VendorCalls::set_breaker(Member vendor, const Breaker& next) {
  Breaker& breaker = breakers_[static_cast<std::size_t>(vendor)];
  bool changed = breaker.state != next.state;
  breaker = next;
  if (!changed) return;
  meters_.breaker(vendor, next.state);
  breaker_changed_(vendor, next.state);
}

BreakerPolicy VendorCalls::policy() const {
  return {settings_.plan.breaker_failures, settings_.plan.breaker_open};
}

}  // namespace mayday
