#include "mayday/faults/engine.h"

#include <algorithm>

namespace mayday {
namespace {

bool selects(const FaultPlan& plan, const Exchange& x) {
  if (plan.vendor != x.vendor) return false;
  if (plan.operations.empty()) return true;
  return std::find(plan.operations.begin(), plan.operations.end(), x.operation) !=
         plan.operations.end();
}

}  // namespace

FaultEngine::FaultEngine(World& world, const Plan& plan, FaultNews news)
    : world_(world), plan_(plan), news_(std::move(news)) {
  for (const FaultPlan& fault : plan.faults) faults_.push_back(std::make_unique<Fault>(fault));
}

void FaultEngine::start() {
  for (auto& fault : faults_) world_.spawn(live_through(*fault));
}

Task<void> FaultEngine::live_through(Fault& fault) {
  co_await world_.sleep(fault.plan.at - world_.now());
  if (fault.healed.is_open()) co_return;
  fault.armed_ = true;
  ++active_;
  news_.armed(fault);
  co_await world_.wait(fault.healed, fault.plan.at_most);
  end(fault, "at_most");
}

void FaultEngine::end(Fault& fault, const std::string& by) {
  if (fault.healed.is_open()) return;
  fault.ended_by = by;
  if (fault.armed_) --active_;
  world_.open(fault.healed);
  if (fault.armed_) news_.ended(fault);
}

std::vector<Fault*> FaultEngine::match(const Exchange& x) {
  std::vector<Fault*> hits;
  if (active_ == 0) return hits;
  std::string key;  // named once, and only when a fault is there to ask
  for (auto& fault : faults_) {
    if (!fault->active() || !selects(fault->plan, x)) continue;
    if (key.empty()) key = key_of(x);
    if (fault->hits(plan_.seed, x.person, key, world_.now())) hits.push_back(fault.get());
  }
  return hits;
}

std::string FaultEngine::key_of(const Exchange& x) {
  if (!x.origin.key.empty()) return x.origin.key;
  // A caller from outside has no name for its calls: they count up within the operation.
  std::int64_t nth = ++outside_calls_[std::string(x.operation)];
  return "outside/" + std::string(x.operation) + "/" + std::to_string(nth);
}

void FaultEngine::bite(Fault& fault, Exchange& x) {
  ++fault.bites;
  for (std::int64_t journey : x.origin.journeys) {
    std::vector<std::string>& bites = bites_[journey];
    if (std::find(bites.begin(), bites.end(), fault.plan.id) == bites.end())
      bites.push_back(fault.plan.id);
  }
  bool first = fault.bitten.insert(x.person).second;
  news_.bit(fault, x, first);
}

std::vector<std::string> FaultEngine::bites_of(std::int64_t journey) const {
  auto found = bites_.find(journey);
  return found == bites_.end() ? std::vector<std::string>{} : found->second;
}

void FaultEngine::fix(const std::string& id) {
  for (auto& fault : faults_)
    if (fault->plan.id == id && !fault->plan.until.fix.empty()) end(*fault, "fix");
}

void FaultEngine::setting(const std::string& name, const std::string& value) {
  for (auto& fault : faults_) {
    const UntilPlan& until = fault->plan.until;
    if (!fault->active() || until.setting != name) continue;
    if (std::find(until.values.begin(), until.values.end(), value) != until.values.end())
      end(*fault, "setting");
  }
}

void FaultEngine::action(const std::string& name) {
  for (auto& fault : faults_) {
    if (fault->active() && fault->plan.grace.on == name)
      fault->spares_until_ = world_.now() + fault->plan.grace.lasts;
  }
}

void FaultEngine::end_all(const std::string& by) {
  for (auto& fault : faults_) end(*fault, by);
}

}  // namespace mayday
