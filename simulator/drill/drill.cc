#include "mayday/drill/drill.h"

#include <boost/describe/enum_to_string.hpp>
#include <utility>

namespace mayday {
namespace {

/// How long travellers under way may take once nobody new sets out.
constexpr Duration kDrain = 10min;

/// Failing calls told a minute for each operation; the index knows them all.
constexpr std::int64_t kFailingAMinute = 3;
constexpr Duration kTallied = 10s;  ///< Finer costs half a ledger, and nobody reads it.

Task<void> nothing_to_wait_for() { co_return; }

events::Conduct conduct(const Conformance::Kind& kind, const std::string& id, std::int64_t count) {
  events::Conduct event;
  event.what = boost::describe::enum_to_string(kind.what, "");
  event.member = to_text(kind.member);
  event.operation = kind.operation;
  event.id = id;
  event.count = count;
  return event;
}

}  // namespace

Drill::Drill(Parts parts) : parts_(std::move(parts)) {
  if (!parts_.durable) parts_.durable = nothing_to_wait_for;
  World& world = parts_.world;
  Ledger& ledger = parts_.ledger;
  FaultNews news;
  news.armed = [&](const Fault& fault) { ledger.add(world.now(), events::Armed{fault.plan.id}); };
  news.bit = [&](const Fault& fault, const Exchange& x, bool first) {
    if (first)
      ledger.add(world.now(), events::Bit{fault.plan.id, x.acting(), std::string(x.operation)});
  };
  news.ended = [&](const Fault& fault) {
    ledger.add(world.now(), events::Ended{fault.plan.id, fault.ended_by, fault.bites});
  };
  engine_ = std::make_unique<FaultEngine>(world, parts_.plan, std::move(news));
  calls_.on_failing = [this](const std::string& id, const CallRecord& call, std::string_view how) {
    tell_failing(id, call, how);
  };
  conformance_.on_first = [&](const Conformance::Kind& kind, const std::string& id) {
    ledger.add(world.now(), conduct(kind, id, 1));
  };
  ledger.listen([this](const Event& event) { sight_.see(event); });
  world.on_turned_away = [this](Member at, const std::string& id, CallError how) {
    turned_away(at, id, how);
  };
}

Drill::~Drill() = default;

void Drill::start(Estate estate, std::optional<Responder> responder) {
  estate_ = std::move(estate);
  World& world = parts_.world;
  const Plan& plan = parts_.plan;
  Road road{world, origins_, calls_};
  travellers_ = std::make_unique<Travellers>(
      road, *engine_, plan, [this](const events::Journey& journey) { ended(journey); });
  monitor_ = std::make_unique<Monitor>(parts_.ledger, calls_, plan);
  monitor_->on_firing = [this](const std::string& alert) {
    engine_->happened({Occasion::Kind::alert, alert, {}});
  };
  team_ = std::make_unique<Team>(Team::Parts{world, plan, parts_.ledger, *engine_, calls_,
                                             *travellers_, estate_.desk, parts_.durable});
  engine_->start();
  travellers_->start();
  team_->start();
  for (const InjectPlan& planned : plan.injects) world.spawn(inject(planned));
  world.spawn(count_calls());
  world.spawn(watch());
  if (plan.length != kForever) world.spawn(run_to_length());
  if (!responder) return;
  std::function<json::object()> settings;
  if (estate_.desk != nullptr) settings = [desk = estate_.desk] { return desk->settings(); };
  responder_ = std::make_unique<ResponderRunner>(world, plan, sight_, *team_, std::move(*responder),
                                                 std::move(settings), parts_.refused);
  responder_->start();
}

Task<void> Drill::run_to_length() {
  co_await parts_.world.sleep(parts_.plan.length - parts_.world.now().since_start);
  Instant latest = parts_.world.now() + kDrain;
  while (travellers_->under_way() > 0 && parts_.world.now() < latest)
    co_await parts_.world.sleep(1s);
  close("length");
}

Task<void> Drill::count_calls() {
  for (;;) {
    co_await parts_.world.sleep(kTallied);
    tell_tally();
  }
}

Task<void> Drill::watch() {
  for (;;) {
    co_await parts_.world.sleep(Monitor::kEvery);
    tell_unfinished();
    monitor_->evaluate(parts_.world.now());
    abort_if_unsafe();
  }
}

void Drill::abort_if_unsafe() {
  const AbortPlan& abort = parts_.plan.safety.abort;
  if (abort.journey.empty() || !monitor_->is_below(abort, parts_.world.now())) return;
  engine_->end_all("abort");
  close("abort");
}

Task<void> Drill::inject(const InjectPlan& planned) {
  co_await parts_.world.sleep(planned.at - parts_.world.now());
  parts_.ledger.add(parts_.world.now(), events::Inject{planned.to, planned.from, planned.text});
}

void Drill::ended(const events::Journey& journey) {
  parts_.ledger.add(parts_.world.now(), journey);
  monitor_->see(parts_.world.now(), journey);
}

void Drill::gauge(const std::string& gauge, const std::string& subject, const std::string& value) {
  events::Gauge event;
  event.gauge = gauge;
  event.subject = subject;
  event.value = value;
  event.since = parts_.world.now();
  parts_.ledger.add(parts_.world.now(), event);
  if (gauge == "setting") engine_->happened({Occasion::Kind::setting, subject, value});
}

/// The caller knows, and nobody else: a door that is shut sees no request.
void Drill::turned_away(Member at, const std::string& id, CallError how) {
  Exchange x(at, Request(), parts_.world.now(), parts_.plan.starts);
  x.id = id;
  x.origin = origins_.find(id);
  calls_.began(x.id, at, "", x.began);
  calls_.failing(x.id, to_text(how));
  calls_.ended(at, "", to_text(how), Duration{0});
  engine_->turned_away(at, std::move(x), how);
}

void Drill::tell_conduct() {
  for (const auto& [kind, count] : conformance_.counts())
    parts_.ledger.add(parts_.world.now(), conduct(kind, "", count));
}

void Drill::tell_tally() {
  events::Tally tally;
  for (auto& [key, count] : calls_.take_tally()) {
    events::TallyRow row;
    row.member = to_text(key.member);
    row.operation = key.operation;
    row.outcome = key.outcome;
    row.count = count.count;
    row.latencies = std::move(count.latencies);
    tally.rows.push_back(std::move(row));
  }
  if (!tally.rows.empty()) parts_.ledger.add(parts_.world.now(), tally);
}

void Drill::tell_unfinished() {
  if (estate_.desk == nullptr) return;
  for (const JourneyPlan& journey : parts_.plan.journeys) {
    Instant since = estate_.desk->oldest_unfinished(journey.kind);
    auto [told, fresh] = unfinished_.try_emplace(journey.kind, kNever);
    if (told->second == since) continue;
    told->second = since;
    events::Gauge event;
    event.gauge = "unfinished";
    event.subject = journey.kind;
    event.since = since;
    parts_.ledger.add(parts_.world.now(), event);
  }
}

void Drill::tell_failing(const std::string& id, const CallRecord& call, std::string_view outcome) {
  std::int64_t minute = parts_.world.now().since_start / 1min;
  std::int64_t& told = failing_told_[call.operation + "/" + std::to_string(minute)];
  if (++told > kFailingAMinute || closed_) return;
  events::Failing event;
  event.id = id;
  event.member = to_text(call.member);
  event.operation = call.operation;
  event.outcome = outcome;
  parts_.ledger.add(parts_.world.now(), event);
}

void Drill::emergency_stop() { engine_->end_all("stop"); }

void Drill::add_fault(FaultPlan fault) {
  parts_.ledger.add(parts_.world.now(), events::Added{fault});
  engine_->add(std::move(fault));
}

void Drill::close(const std::string& why) {
  if (std::exchange(closed_, true)) return;
  if (team_) team_->close();
  if (travellers_) travellers_->stop_rounds();
  tell_tally();
  tell_conduct();
  engine_->end_all("close");
  if (estate_.desk != nullptr && estate_.vendor_books)
    parts_.ledger.add(parts_.world.now(),
                      compare_books(estate_.desk->books(), estate_.vendor_books()));
  parts_.ledger.add(parts_.world.now(), events::Close{why});
  parts_.world.stop();
}

}  // namespace mayday
