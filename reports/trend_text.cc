#include "mayday/reports/trend_text.h"

#include <fmt/format.h>

#include "mayday/reports/figures.h"
#include "mayday/reports/log_text.h"
#include "trend_words.h"
#include "words.h"

namespace mayday {
namespace {

std::string row(const ListedDrill& drill) {
  std::string text = fmt::format("  {}  {:<12} {:>6} {}", day_and_minute(drill.when), drill.verdict,
                                 points(drill.score), drill.letter);
  for (const TookRecord& one : drill.took)
    text += fmt::format("  {} {:>8}", one.what, took_text(one));
  text += "  " + log_text(drill.ledger);
  return text + (is_compared(drill) ? "" : "  " + name_of("part", drill.part).en) + "\n";
}

std::string row(const Shift& change) {
  ShiftFigures figures = figures_of(change);
  return fmt::format("    {:<9} {:>8} to {:>8}  {} ({} to {}): {}\n", change.what, figures.before,
                     figures.after, figures.change, figures.low, figures.high,
                     name_of("shift", change.says).en);
}

std::string text_of(const Trend& trend) {
  std::string text = trend.scenario.empty() ? "all scenarios, each compared with itself\n"
                                            : fmt::format("{}  {}\n", log_text(trend.scenario, 80),
                                                          log_text(trend.title.en));
  for (const ListedDrill& drill : trend.drills) text += row(drill);
  text += "  " + compared_text(trend).en +
          (trend.changes.empty() ? "\n" : ", change with its 95 % interval\n");
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

}  // namespace

std::string trend_text(const std::vector<Trend>& trends, const std::vector<FollowUp>& follow_ups) {
  std::string text;
  for (const Trend& trend : trends) text += text_of(trend);
  if (!follow_ups.empty()) text += "improvements\n";
  for (const FollowUp& up : follow_ups) text += text_of(up);
  return text;
}

}  // namespace mayday
