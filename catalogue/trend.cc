#include "mayday/catalogue/trend.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <span>
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

/// A drill in virtual time that came out as another one of its seed did is that drill again, though
/// other gates may have been asked of it. A live one is like no other.
std::string identity(const DrillRecord& drill) {
  if (drill.world != "virtual") return drill.ledger_head;
  std::string same = std::to_string(drill.seed) + "/" + std::to_string(drill.score) + "/" +
                     std::to_string(drill.low) + "/" + std::to_string(drill.high);
  for (const TookRecord& one : drill.took) same += "/" + std::to_string(one.took.count());
  return same;
}

/// What keeps a drill from being compared; empty when nothing does. `known` are those before it.
std::string apart(const DrillRecord& drill, const std::string& profile,
                  std::set<std::string>& known) {
  if (drill.verdict != "pass" && drill.verdict != "fail") return "unjudged";
  if (drill.profile != profile) return "other-profile";
  return known.insert(identity(drill)).second ? "" : "same-drill";
}

std::vector<ListedDrill> listed(std::vector<DrillRecord> drills, std::int64_t since) {
  std::string profile = drills.back().profile;
  std::set<std::string> known;
  std::vector<ListedDrill> list;
  std::size_t fair = 0;
  for (DrillRecord& drill : drills) {
    std::string part = apart(drill, profile, known);
    if (part.empty()) ++fair;
    list.push_back({std::move(drill), std::move(part)});
  }
  std::size_t before = 0;
  for (ListedDrill& drill : list) {
    if (!drill.part.empty()) continue;
    bool later = since == 0 ? before >= (fair + 1) / 2 : drill.when >= since;
    drill.part = later ? "later" : "earlier";
    ++before;
  }
  return list;
}

std::size_t count(const Trend& trend, std::string_view part) {
  return static_cast<std::size_t>(
      std::count_if(trend.drills.begin(), trend.drills.end(),
                    [&](const ListedDrill& drill) { return drill.part == part; }));
}

bool enough(const Trend& trend) { return std::min(trend.earlier, trend.later) >= kFewestDrills; }

std::vector<double> figures(const Trend& trend, std::string_view part, std::string_view what) {
  std::vector<double> found;
  for (const ListedDrill& drill : trend.drills) {
    if (drill.part != part) continue;
    if (std::optional<double> value = figure(drill, what)) found.push_back(*value);
  }
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

std::vector<Shift> changes_of(std::span<const Trend> scenarios, std::string_view name) {
  std::vector<Shift> changes;
  for (std::string_view what : kFigures) {
    std::vector<TwoGroups> strata;
    for (const Trend& one : scenarios) {
      TwoGroups groups{figures(one, "earlier", what), figures(one, "later", what)};
      if (std::min(groups.before.size(), groups.after.size()) >= kFewestDrills)
        strata.push_back(std::move(groups));
    }
    if (strata.empty()) continue;
    changes.push_back(shift_of(strata, name, what));
  }
  return changes;
}

Trend trend_of(std::string scenario, std::vector<DrillRecord> drills, std::int64_t since) {
  Trend trend;
  trend.scenario = std::move(scenario);
  trend.title = drills.back().title;
  trend.drills = listed(std::move(drills), since);
  trend.earlier = count(trend, "earlier");
  trend.later = count(trend, "later");
  if (enough(trend)) trend.changes = changes_of({&trend, 1}, trend.scenario);
  return trend;
}

}  // namespace

std::vector<Trend> trends_of(const std::vector<DrillRecord>& records, std::int64_t since) {
  std::map<std::string, std::vector<DrillRecord>> scenarios;
  for (const DrillRecord& record : records) scenarios[record.scenario].push_back(record);
  std::vector<Trend> trends;
  for (auto& [scenario, drills] : scenarios)
    trends.push_back(trend_of(scenario, std::move(drills), since));
  std::vector<Trend> together;
  std::copy_if(trends.begin(), trends.end(), std::back_inserter(together), enough);
  if (together.size() < 2) return trends;
  Trend all;
  all.changes = changes_of(together, "");
  for (const Trend& one : together) {
    all.earlier += one.earlier;
    all.later += one.later;
  }
  trends.insert(trends.begin(), std::move(all));
  return trends;
}

}  // namespace mayday
