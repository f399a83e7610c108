#include "mayday/faults/engine.h"

#include <algorithm>

namespace mayday {
namespace {

std::size_t place(Member member) { return static_cast<std::size_t>(member); }

bool holds(const std::vector<std::string>& values, std::string_view value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// Whether what happened is what the plan waits for.
bool is(const OccasionPlan& plan, const std::string& waiting, const Occasion& what) {
  switch (what.kind) {
    case Occasion::Kind::fault:
      return plan.fault == what.name && plan.state == what.value;
    case Occasion::Kind::action:
      return plan.action == what.name;
    case Occasion::Kind::setting:
      return plan.setting == what.name && holds(plan.values, what.value);
    case Occasion::Kind::alert:
      return plan.alert == what.name;
    case Occasion::Kind::cue:
      return plan.cue && waiting == what.name;
  }
  return false;
}

bool acts_before(const Fault* a, const Fault* b) { return a->plan.priority > b->plan.priority; }

/// Of two lists in order of priority, one.
std::vector<Fault*> merged(const std::vector<Fault*>& a, const std::vector<Fault*>& b) {
  std::vector<Fault*> all;
  all.reserve(a.size() + b.size());
  std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all), acts_before);
  return all;
}

void insert(std::vector<Fault*>& into, Fault* fault) {
  into.insert(std::upper_bound(into.begin(), into.end(), fault, acts_before), fault);
}

}  // namespace

FaultEngine::FaultEngine(World& world, const Plan& plan, FaultNews news)
    : world_(world), plan_(plan), news_(std::move(news)) {
  for (const Person& person : plan.estate.staff) departments_[person.id] = person.department;
  for (const FaultPlan& fault : plan.faults) {
    faults_.push_back(std::make_unique<Fault>(fault, plan.seed));
    if (faults_.back()->effect->observes()) observers_.push_back(faults_.back().get());
  }
}

void FaultEngine::start() {
  for (auto& fault : faults_) enrol(*fault);
}

void FaultEngine::enrol(Fault& fault) {
  if (fault.plan.at != kNever) world_.spawn(arm_at(fault, fault.plan.at));
}

void FaultEngine::add(FaultPlan plan) {
  heal(plan.id, "replaced");
  faults_.push_back(std::make_unique<Fault>(std::move(plan), plan_.seed));
  Fault& fault = *faults_.back();
  if (fault.effect->observes()) observers_.push_back(&fault);
  enrol(fault);
}

// ---- a fault's life ----------------------------------------------------------------------------

Task<void> FaultEngine::arm_at(Fault& fault, Instant at) {
  co_await world_.sleep(at - world_.now());
  arm(fault);
}

void FaultEngine::arm(Fault& fault) {
  if (fault.over_ || fault.active_ || stopped_) return;
  if (mended(fault.plan.until.setting, fault.plan.until.values)) return retire(fault);
  if (plan_.safety.most_active > 0 && active_ >= plan_.safety.most_active) {
    waiting_.push_back(&fault);
    return;
  }
  if (fault.healed().is_open()) fault.lives_.emplace_back();
  fault.active_ = true;
  fault.armed_at_ = world_.now();
  fault.passes_ = 0;
  ++active_;
  watch(fault);
  news_.armed(fault);
  world_.spawn(live_through(fault, fault.healed()));
  happened({Occasion::Kind::fault, fault.plan.id, "armed"});
}

Task<void> FaultEngine::live_through(Fault& fault, Gate& healed) {
  bool timed = fault.plan.lasts < fault.plan.at_most;
  bool over = co_await world_.wait(healed, timed ? fault.plan.lasts : fault.plan.at_most);
  if (!over) end(fault, timed ? "for" : "at_most");
}

void FaultEngine::end(Fault& fault, const std::string& by) {
  if (!fault.active_) return;
  fault.ended_by = by;
  fault.active_ = false;
  --active_;
  unwatch(fault);
  world_.open(fault.healed());
  news_.ended(fault);
  bool again = fault.plan.relapse.after > Duration{0} && !is_over_after(fault, by);
  if (again) {
    world_.spawn(relapse(fault));
  } else {
    fault.over_ = true;
  }
  happened({Occasion::Kind::fault, fault.plan.id, "ended"});
  if (waiting_.empty() || stopped_) return;
  Fault* next = waiting_.front();
  waiting_.erase(waiting_.begin());
  arm(*next);
}

/// A fault that was mended for good, or by force, does not come back.
bool FaultEngine::is_over_after(const Fault& fault, const std::string& by) const {
  if (by == "fix" || by == "setting" || by == "action" || by == "for" || by == "passes")
    return fault.relapses_ >= fault.plan.relapse.times;
  return true;
}

Task<void> FaultEngine::relapse(Fault& fault) {
  co_await world_.sleep(fault.plan.relapse.after);
  ++fault.relapses_;
  if (mended(fault.plan.relapse.setting, fault.plan.relapse.values)) {
    fault.over_ = true;
  } else {
    arm(fault);
  }
}

/// It never acts, or never again.
void FaultEngine::retire(Fault& fault) {
  fault.over_ = true;
  if (!fault.ended_by.empty()) return;
  fault.ended_by = "setting";
  news_.ended(fault);
}

bool FaultEngine::mended(const std::string& setting, const std::vector<std::string>& values) const {
  auto now = settings_.find(setting);
  return now != settings_.end() && holds(values, now->second);
}

void FaultEngine::watch(Fault& fault) {
  Watch& watch = watches_[place(fault.plan.vendor)];
  bool door = fault.plan.effect.as<effects::Door>() != nullptr && fault.plan.operations.empty();
  if (door) {
    insert(watch.doors, &fault);
    set_door(fault.plan.vendor);
  } else if (fault.plan.operations.empty()) {
    insert(watch.any, &fault);
  } else {
    for (const std::string& operation : fault.plan.operations)
      insert(watch.by_operation[operation], &fault);
  }
}

void FaultEngine::unwatch(Fault& fault) {
  Watch& watch = watches_[place(fault.plan.vendor)];
  std::erase(watch.any, &fault);
  for (const std::string& operation : fault.plan.operations) {
    auto watched = watch.by_operation.find(operation);
    if (watched != watch.by_operation.end()) std::erase(watched->second, &fault);
  }
  if (std::erase(watch.doors, &fault) > 0) set_door(fault.plan.vendor);
}

/// The flaw of the fault that comes first.
void FaultEngine::set_door(Member at) {
  const std::vector<Fault*>& doors = watches_[place(at)].doors;
  world_.set_door(
      at, doors.empty() ? DoorFlaw::none : doors.front()->plan.effect.as<effects::Door>()->flaw);
}

// ---- calls -------------------------------------------------------------------------------------

std::vector<Fault*> FaultEngine::match(Exchange& x) {
  std::vector<Fault*> hits;
  if (active_ == 0) return hits;
  const Watch& watch = watches_[place(x.vendor)];
  auto named = watch.by_operation.find(x.operation);
  bool some = named != watch.by_operation.end() && !named->second.empty();
  if (!some && watch.any.empty()) return hits;
  name_call(x);
  const std::string& department = department_of(x);
  auto ask = [&](const std::vector<Fault*>& faults) {
    for (Fault* fault : faults)
      if (fault->selects(x, department) && fault->hits(x, world_.now())) hits.push_back(fault);
  };
  if (!some)
    ask(watch.any);
  else if (watch.any.empty())
    ask(named->second);
  else
    ask(merged(watch.any, named->second));
  return hits;
}

void FaultEngine::name_call(Exchange& x) {
  if (!x.key.empty()) return;
  x.key = x.origin.key;
  if (!x.key.empty()) return;
  // A caller from outside has no name for its calls: they count up within the operation.
  std::int64_t nth = ++outside_calls_[std::string(x.operation)];
  x.key = "outside/" + std::string(x.operation) + "/" + std::to_string(nth);
}

const std::string& FaultEngine::department_of(const Exchange& x) const {
  if (!x.origin.department.empty()) return x.origin.department;
  static const std::string kUnknown;
  auto known = departments_.find(x.acting());
  return known == departments_.end() ? kUnknown : known->second;
}

void FaultEngine::observe(const Exchange& x, const Reply& reply) {
  for (Fault* fault : observers_) {
    const FaultPlan& plan = fault->plan;
    if (fault->over() || plan.vendor != x.vendor) continue;
    if (plan.operations.empty() || holds(plan.operations, x.operation))
      fault->effect->observe(x, reply, world_.now());
  }
}

void FaultEngine::bite(Fault& fault, const Exchange& x) {
  ++fault.bites;
  for (std::int64_t journey : x.origin.journeys) {
    std::vector<std::string>& bites = bites_[journey];
    if (!holds(bites, fault.plan.id)) bites.push_back(fault.plan.id);
  }
  bool first = fault.bitten.insert(x.acting()).second;
  news_.bit(fault, x, first);
  if (fault.bites == 1) happened({Occasion::Kind::fault, fault.plan.id, "bitten"});
  if (fault.plan.most_calls > 0 && fault.bites >= fault.plan.most_calls) end(fault, "calls");
}

void FaultEngine::turned_away(Member at, Exchange x, CallError how) {
  for (Fault* fault : watches_[place(at)].doors) {
    bool refused = fault->plan.effect.as<effects::Door>()->flaw == DoorFlaw::refused;
    if (refused != (how == CallError::refused)) continue;
    bite(*fault, x);
    return;
  }
}

void FaultEngine::count_passes(Fault& fault) {
  std::int64_t wanted = fault.plan.until.passes;
  if (wanted > 0 && fault.passes_ >= wanted) end(fault, "passes");
}

std::vector<std::string> FaultEngine::bites_of(std::int64_t journey) const {
  auto found = bites_.find(journey);
  return found == bites_.end() ? std::vector<std::string>{} : found->second;
}

// ---- what happens ------------------------------------------------------------------------------

void FaultEngine::fix(const std::string& id) {
  Fault* fault = find(id);
  if (fault != nullptr && !fault->plan.until.fix.empty()) end(*fault, "fix");
}

bool FaultEngine::happened(const Occasion& what) {
  if (what.kind == Occasion::Kind::setting) settings_[what.name] = what.value;
  bool heard = false;
  for (std::size_t i = 0; i < faults_.size(); ++i) {  // what happens may lead to more faults
    Fault& fault = *faults_[i];
    heard = ends(what, fault) || heard;
    heard = starts(what, fault) || heard;
    heard = worsens(what, fault) || heard;
  }
  return heard;
}

bool FaultEngine::ends(const Occasion& what, Fault& fault) {
  if (!fault.active_) return false;
  const UntilPlan& until = fault.plan.until;
  if (what.kind == Occasion::Kind::setting && until.setting == what.name &&
      holds(until.values, what.value)) {
    end(fault, "setting");
    return true;
  }
  if (what.kind != Occasion::Kind::action) return false;
  if (until.action == what.name) {
    end(fault, "action");
    return true;
  }
  if (fault.plan.grace.on != what.name) return false;
  fault.spares_until_ = world_.now() + fault.plan.grace.lasts;
  return true;
}

bool FaultEngine::starts(const Occasion& what, Fault& fault) {
  bool waits = fault.plan.at == kNever && !fault.over_ && fault.armed_at_ == kNever;
  if (!waits || !is(fault.plan.after, fault.plan.id, what)) return false;
  world_.spawn(arm_at(fault, world_.now() + fault.plan.later));
  return true;
}

bool FaultEngine::worsens(const Occasion& what, Fault& fault) {
  if (!fault.active_ || fault.plan.worse.per_mille == 0) return false;
  if (!is(fault.plan.worse.on, fault.plan.id, what)) return false;
  fault.per_mille_ = fault.plan.worse.per_mille;
  return true;
}

bool FaultEngine::heal(const std::string& id, const std::string& by) {
  Fault* fault = find(id);
  if (fault == nullptr || fault->over_) return false;
  end(*fault, by);
  fault->over_ = true;
  return true;
}

void FaultEngine::end_all(const std::string& by) {
  stopped_ = true;
  waiting_.clear();
  for (std::size_t i = 0; i < faults_.size(); ++i) {
    Fault& fault = *faults_[i];
    end(fault, by);
    fault.over_ = true;
  }
}

/// The latest of this id.
Fault* FaultEngine::find(const std::string& id) {
  for (auto fault = faults_.rbegin(); fault != faults_.rend(); ++fault)
    if ((*fault)->plan.id == id) return fault->get();
  return nullptr;
}

}  // namespace mayday
