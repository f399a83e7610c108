#include "mayday/drill/travellers.h"

#include <utility>

namespace mayday {

/// A journey under way and whether it has been told of yet.
struct Travellers::Watch {
  explicit Watch(const Arrival& a) : arrival(a) {}
  Arrival arrival;
  Instant began;
  bool stamped = false;
};

Travellers::Travellers(Road road, FaultEngine& engine, const Plan& plan, Ended ended)
    : road_(road), engine_(engine), plan_(plan), ended_(std::move(ended)) {}

void Travellers::start() {
  arrivals_ = plan_arrivals(plan_);
  road_.world.spawn(set_out_all());
  for (const RoundPlan& round : plan_.rounds) {
    std::size_t nth = 0;
    for (const Person& person : plan_.estate.staff)
      if (person.manager) road_.world.spawn(go_round(round, person, nth++));
  }
}

Task<void> Travellers::set_out_all() {
  for (const Arrival& arrival : arrivals_) {
    co_await road_.world.sleep(arrival.at - road_.world.now());
    road_.world.spawn(travel(arrival));
  }
}

Task<void> Travellers::travel(Arrival arrival) {
  const JourneyPlan& journey = plan_.journeys[arrival.journey];
  const Person& person = plan_.estate.staff[arrival.person];
  auto watch = std::make_shared<Watch>(arrival);
  watch->began = road_.world.now();
  ++under_way_;
  road_.world.spawn(hold_watch(watch, journey.good_within));
  Traveller traveller(person, arrival.client,
                      journey.kind + "/" + std::to_string(arrival.ordinal), plan_.starts);
  traveller.journeys.push_back(arrival.ordinal);
  JourneyEnd end = co_await walk(road_, journey.steps, journey.patience, std::move(traveller));
  --under_way_;
  stamp(*watch, std::move(end));
  engine_.forget(arrival.ordinal);
}

Task<void> Travellers::hold_watch(std::shared_ptr<Watch> watch, Duration good_within) {
  co_await road_.world.sleep(good_within);
  if (!watch->stamped) stamp(*watch, JourneyEnd("late", ""));
}

void Travellers::stamp(Watch& watch, JourneyEnd end) {
  if (std::exchange(watch.stamped, true)) return;
  const JourneyPlan& journey = plan_.journeys[watch.arrival.journey];
  const Person& person = plan_.estate.staff[watch.arrival.person];
  events::Journey event;
  event.ordinal = watch.arrival.ordinal;
  event.journey = journey.kind;
  event.client = to_text(watch.arrival.client);
  event.staff = person.id;
  event.department = person.department;
  event.began = watch.began;
  event.ended = road_.world.now();
  event.outcome = std::move(end.outcome);
  event.path = std::move(end.path);
  event.failed_at = event.outcome == "late" ? journey.functions.back() : std::move(end.failed_at);
  event.bites = engine_.bites_of(watch.arrival.ordinal);
  ended_(event);
}

Task<void> Travellers::go_round(const RoundPlan& round, const Person& manager, std::size_t nth) {
  // Managers do not all begin at the same moment: spread over the period, in the plan's order.
  std::size_t managers = plan_.estate.departments.size();
  co_await road_.world.sleep(round.every * static_cast<std::int64_t>(nth) /
                             static_cast<std::int64_t>(managers == 0 ? 1 : managers));
  for (std::int64_t lap = 1; !rounds_stopped_; ++lap) {
    Instant next = road_.world.now() + round.every;
    Traveller traveller(manager, Client::pc,
                        round.kind + "/" + manager.code + "/" + std::to_string(lap), plan_.starts);
    co_await walk(road_, round.steps, round.patience, std::move(traveller));
    co_await road_.world.sleep(next - road_.world.now());
  }
}

Task<events::RegressionRow> Travellers::probe(const JourneyPlan& journey, Client client,
                                              std::uint64_t nth) {
  std::uint64_t drawn = draw(plan_.seed, "probe/" + journey.kind, nth);
  const Person& person = plan_.estate.staff[pick(drawn, plan_.estate.staff.size())];
  Traveller traveller(person, client, "probe/" + journey.kind + "/" + std::to_string(nth),
                      plan_.starts);
  Instant began = road_.world.now();
  JourneyEnd end = co_await walk(road_, journey.steps, journey.patience, std::move(traveller));
  bool late = road_.world.now() - began > journey.good_within;
  events::RegressionRow row;
  row.journey = journey.kind;
  row.client = to_text(client);
  row.outcome = late && end.outcome == "done" ? "late" : end.outcome;
  row.path = end.path;
  co_return row;
}

}  // namespace mayday
