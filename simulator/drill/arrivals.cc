#include "mayday/drill/arrivals.h"

#include <algorithm>
#include <numeric>
#include <string>

namespace mayday {
namespace {

/// 0 … n-1 in an order drawn for (name, round).
std::vector<std::size_t> shuffled(Seed seed, const std::string& name, std::uint64_t round,
                                  std::size_t n) {
  std::vector<std::pair<std::uint64_t, std::size_t>> keyed;
  for (std::size_t i = 0; i < n; ++i)
    keyed.emplace_back(draw(seed, name + "/" + std::to_string(round), i), i);
  std::sort(keyed.begin(), keyed.end());
  std::vector<std::size_t> order;
  for (const auto& [key, i] : keyed) order.push_back(i);
  return order;
}

void plan_kind(const Plan& plan, std::size_t index, std::vector<Arrival>& arrivals) {
  const JourneyPlan& journey = plan.journeys[index];
  std::size_t people = plan.estate.staff.size();
  if (journey.rate == 0 || people == 0) return;
  std::int64_t gap = journey.per.count() / journey.rate;
  std::int64_t count = plan.length.count() / gap;
  std::vector<std::size_t> turn;
  std::vector<std::size_t> hundred;
  for (std::int64_t i = 0; i < count; ++i) {
    auto n = static_cast<std::uint64_t>(i);
    if (n % people == 0) turn = shuffled(plan.seed, "who/" + journey.kind, n / people, people);
    if (n % 100 == 0) hundred = shuffled(plan.seed, "client/" + journey.kind, n / 100, 100);
    std::uint64_t moment = draw(plan.seed, "when/" + journey.kind, n);
    Arrival arrival;
    arrival.journey = index;
    arrival.person = turn[n % people];
    arrival.client =
        hundred[n % 100] * 10 < journey.mobile_per_mille ? Client::mobile : Client::pc;
    arrival.at = Instant{Duration{i * gap + static_cast<std::int64_t>(pick(
                                                moment, static_cast<std::uint64_t>(gap)))}};
    arrivals.push_back(arrival);
  }
}

}  // namespace

std::vector<Arrival> plan_arrivals(const Plan& plan) {
  std::vector<Arrival> arrivals;
  for (std::size_t i = 0; i < plan.journeys.size(); ++i) plan_kind(plan, i, arrivals);
  std::stable_sort(arrivals.begin(), arrivals.end(),
                   [](const Arrival& a, const Arrival& b) { return a.at < b.at; });
  std::int64_t ordinal = 0;
  for (Arrival& arrival : arrivals) arrival.ordinal = ++ordinal;
  return arrivals;
}

}  // namespace mayday
