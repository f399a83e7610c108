#include <fmt/format.h>

#include <chrono>
#include <iostream>

#include "commands.h"
#include "drill_files.h"
#include "mayday/base/input_error.h"
#include "mayday/catalogue/follow_up.h"
#include "mayday/catalogue/trend.h"
#include "mayday/reports/figures.h"
#include "mayday/reports/log_text.h"
#include "mayday/scoring/ppm.h"

namespace mayday {
namespace {

std::string row(const DrillRecord& drill) {
  std::string when = rfc3339(std::chrono::seconds{drill.when});
  std::string text = fmt::format("  {} {}  {:<12} {:>6} {}", when.substr(0, 10), when.substr(11, 5),
                                 drill.verdict, points(drill.score), drill.letter);
  for (const TookRecord& one : drill.took)
    text += fmt::format("  {} {:>8}", one.what, (one.reached ? "" : ">") + length(one.took));
  return text + "  " + log_text(drill.ledger) + "\n";
}

/// A factor with two decimals.
std::string factor(std::int64_t ppm) { return fixed(rounded(ppm, 10'000), 2); }

std::string says(const Shift& change) {
  return change.says == "none" ? "no evidence of change" : change.says;
}

std::string row(const Shift& change) {
  if (change.what == "score")
    return fmt::format("    {:<9} {:>8} to {:>8}  {} ({} to {}): {}\n", change.what,
                       points(change.before), points(change.after), gained_points(change.change),
                       gained_points(change.low), gained_points(change.high), says(change));
  return fmt::format("    {:<9} {:>8} to {:>8}  x{} ({} to {}): {}\n", change.what,
                     length(Duration{change.before}), length(Duration{change.after}),
                     factor(change.change), factor(change.low), factor(change.high), says(change));
}

std::string text_of(const Trend& trend) {
  std::string text = trend.scenario.empty() ? "all scenarios, each compared with itself\n"
                                            : fmt::format("{}  {}\n", log_text(trend.scenario, 80),
                                                          log_text(trend.title.en));
  for (const DrillRecord& drill : trend.drills) text += row(drill);
  if (trend.changes.empty())
    return text +
           fmt::format("  {} earlier and {} later drills: too few to say (at least {} each)\n",
                       trend.earlier, trend.later, kFewestDrills);
  text += fmt::format("  {} earlier and {} later drills, change with its 95 % interval\n",
                      trend.earlier, trend.later);
  for (const Shift& change : trend.changes) text += row(change);
  return text;
}

std::string text_of(const FollowUp& up) {
  return fmt::format("  {:<6}  {}  {}{}{}\n", up.state, log_text(up.improvement.id, 40),
                     log_text(up.improvement.text.en),
                     up.improvement.verify_by.empty()
                         ? std::string()
                         : "  verified by " + log_text(up.improvement.verify_by, 80),
                     up.closed.empty() ? std::string() : ": " + log_text(up.closed));
}

std::int64_t since(const std::string& date) {
  if (date.empty()) return 0;
  std::optional<std::chrono::sys_days> day = parse_date(date);
  if (!day) throw InputError("--since " + date + ": is no date; write it as 2026-03-01");
  return std::chrono::duration_cast<std::chrono::seconds>(day->time_since_epoch()).count();
}

std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace

int trend_command(const TrendOptions& options) {
  std::int64_t later_from = since(options.since);
  std::vector<LedgerFile> ledgers = ledgers_below(options.folder);
  Catalogue catalogue(options.catalogue.empty() ? options.folder + "/catalogue.sqlite"
                                                : options.catalogue);
  for (const std::string& line : bring_up_to_date(catalogue, options.folder, ledgers))
    std::cerr << "left out: " << log_text(line) << "\n";
  std::vector<Trend> trends = trends_of(catalogue.drills(options.scenario), later_from);
  if (trends.empty())
    throw InputError(options.folder + ": holds no drill" +
                     (options.scenario.empty() ? "" : " of scenario " + options.scenario));
  std::vector<FollowUp> follow_ups = follow_ups_of(catalogue.drills(), now());
  if (options.json) {
    json::object all{{"trends", json::value_from(trends)},
                     {"improvements", json::value_from(follow_ups)}};
    std::cout << canonical(all) << "\n";
    return 0;
  }
  for (const Trend& trend : trends) std::cout << text_of(trend);
  if (!follow_ups.empty()) std::cout << "improvements\n";
  for (const FollowUp& up : follow_ups) std::cout << text_of(up);
  return 0;
}

}  // namespace mayday
