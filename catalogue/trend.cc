#include "mayday/catalogue/trend.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "mayday/scoring/ppm.h"
#include "spread.h"

namespace mayday {
namespace {

constexpr std::string_view kScore = "score";
constexpr std::array<std::string_view, 5> kFigures{kScore, "detect", "locate", "mitigate",
                                                   "recover"};

/// Points as they are, times as logarithms: equal ratios count equally.
std::optional<double> figure(const DrillRecord& drill, std::string_view what) {
  if (what == kScore) return static_cast<double>(drill.score);
  for (const TookRecord& one : drill.took)
    if (one.what == what)
      return std::log(static_cast<double>(std::max(one.took, Duration{1s}).count()));
  return std::nullopt;
}

std::int64_t shown(double value, std::string_view what) {
  return std::llround(what == kScore ? value : std::exp(value));
}

std::int64_t shown_change(double value, std::string_view what) {
  return std::llround(what == kScore ? value : std::exp(value) * static_cast<double>(kOne));
}

/// More points and less time are better.
std::string what_it_says(const Difference& difference, std::string_view what) {
  if (difference.low <= 0 && difference.high >= 0) return "none";
  bool grew = difference.low > 0;
  return grew == (what == kScore) ? "better" : "worse";
}

/// The drills of one scenario that can be compared, earlier ones first.
struct Compared {
  std::vector<DrillRecord> before;
  std::vector<DrillRecord> after;
  bool enough() const { return std::min(before.size(), after.size()) >= kFewestDrills; }
};

Compared compared(const std::vector<DrillRecord>& drills, std::int64_t since) {
  std::vector<DrillRecord> fair;
  std::set<std::string> heads;
  for (const DrillRecord& drill : drills)
    if ((drill.verdict == "pass" || drill.verdict == "fail") &&
        drill.profile == drills.back().profile && heads.insert(drill.ledger_head).second)
      fair.push_back(drill);
  auto middle = fair.begin() + static_cast<std::ptrdiff_t>((fair.size() + 1) / 2);
  if (since != 0)
    middle = std::find_if(fair.begin(), fair.end(),
                          [&](const DrillRecord& drill) { return drill.when >= since; });
  return {{fair.begin(), middle}, {middle, fair.end()}};
}

std::vector<double> figures(const std::vector<DrillRecord>& drills, std::string_view what) {
  std::vector<double> found;
  for (const DrillRecord& drill : drills)
    if (std::optional<double> value = figure(drill, what)) found.push_back(*value);
  return found;
}

double mean_of(const std::vector<TwoGroups>& strata, std::vector<double> TwoGroups::*group) {
  std::vector<double> means;
  for (const TwoGroups& groups : strata) means.push_back(mean(groups.*group));
  return mean(means);
}

Shift shift_of(const std::vector<TwoGroups>& strata, std::string_view name, std::string_view what) {
  Difference difference =
      difference_of(strata, "trend/" + std::string(name) + "/" + std::string(what));
  Shift shift;
  shift.what = what;
  shift.before = shown(mean_of(strata, &TwoGroups::before), what);
  shift.after = shown(mean_of(strata, &TwoGroups::after), what);
  shift.change = shown_change(difference.middle, what);
  shift.low = shown_change(difference.low, what);
  shift.high = shown_change(difference.high, what);
  shift.says = what_it_says(difference, what);
  return shift;
}

std::vector<Shift> changes_of(const std::vector<Compared>& scenarios, std::string_view name) {
  std::vector<Shift> changes;
  for (std::string_view what : kFigures) {
    std::vector<TwoGroups> strata;
    for (const Compared& one : scenarios) {
      TwoGroups groups{figures(one.before, what), figures(one.after, what)};
      if (std::min(groups.before.size(), groups.after.size()) >= kFewestDrills)
        strata.push_back(std::move(groups));
    }
    if (strata.empty()) continue;
    changes.push_back(shift_of(strata, name, what));
  }
  return changes;
}

}  // namespace

std::vector<Trend> trends_of(const std::vector<DrillRecord>& records, std::int64_t since) {
  std::map<std::string, std::vector<DrillRecord>> scenarios;
  for (const DrillRecord& record : records) scenarios[record.scenario].push_back(record);
  std::vector<Trend> trends;
  std::vector<Compared> enough;
  for (auto& [scenario, drills] : scenarios) {
    Compared groups = compared(drills, since);
    Trend trend;
    trend.scenario = scenario;
    trend.title = drills.back().title;
    trend.drills = std::move(drills);
    trend.earlier = groups.before.size();
    trend.later = groups.after.size();
    if (groups.enough()) {
      trend.changes = changes_of({groups}, scenario);
      enough.push_back(std::move(groups));
    }
    trends.push_back(std::move(trend));
  }
  if (enough.size() < 2) return trends;
  Trend all;
  all.changes = changes_of(enough, "");
  for (const Compared& one : enough) {
    all.earlier += one.before.size();
    all.later += one.after.size();
  }
  trends.insert(trends.begin(), std::move(all));
  return trends;
}

}  // namespace mayday
