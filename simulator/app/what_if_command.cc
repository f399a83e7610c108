#include <fmt/format.h>

#include <charconv>
#include <iostream>
#include <optional>
#include <sstream>

#include "commands.h"
#include "mayday/base/input_error.h"
#include "mayday/reader/scenario.h"
#include "mayday/reports/figures.h"
#include "mayday/reports/score_json.h"
#include "mayday/reports/write_reports.h"
#include "mayday/scoring/what_if.h"
#include "replay.h"
#include "results_folder.h"
#include "verdict.h"

namespace mayday {
namespace {

/// "declare -8m", "notice 2 +5m".
MovedAction parse_move(const std::string& text) {
  auto wrong = [&] {
    return InputError("--what-if '" + text +
                      "': write an action, which of them when there are several, and how much "
                      "earlier (-) or later (+), as in 'declare -8m' or 'notice 2 +5m'");
  };
  std::istringstream words(text);
  std::vector<std::string> parts;
  for (std::string word; words >> word;) parts.push_back(word);
  if (parts.size() < 2 || parts.size() > 3) throw wrong();
  MovedAction move;
  move.kind = parts.front();
  if (parts.size() == 3) {
    const std::string& which = parts[1];
    auto [end, failed] = std::from_chars(which.data(), which.data() + which.size(), move.which);
    if (failed != std::errc() || end != which.data() + which.size() || move.which == 0)
      throw wrong();
  }
  const std::string& by = parts.back();
  if (by.front() != '-' && by.front() != '+') throw wrong();
  move.by = parse_length("--what-if", by.substr(1));
  if (by.front() == '-') move.by = -move.by;
  return move;
}

std::string row(const std::string& what, std::int64_t before, std::int64_t after) {
  return fmt::format("  {:<28} {:>6} -> {:>6}  {}\n", what, points(before), points(after),
                     gained_points(after - before));
}

std::string compared(const Scorecard& before, const Scorecard& after) {
  std::string text = row("score", before.score, after.score);
  for (std::size_t i = 0; i < std::min(before.dimensions.size(), after.dimensions.size()); ++i) {
    const Dimension& was = before.dimensions[i];
    const Dimension& is = after.dimensions[i];
    if (was.points != is.points) text += row(was.id + " " + was.name.en, was.points, is.points);
  }
  return text;
}

/// Journeys that ended badly, by kind.
std::string users_compared(const Scorecard& before, const Scorecard& after) {
  std::string text;
  for (const Impact& was : before.impact)
    for (const Impact& is : after.impact)
      if (was.journey == is.journey)
        text += fmt::format("  {:<28} {:>6} -> {:>6}  bad journeys, of {} -> {} people\n",
                            was.journey, was.failed + was.unknown + was.late,
                            is.failed + is.unknown + is.late, was.people, is.people);
  return text;
}

}  // namespace

int what_if_command(const ScoreOptions& options) {
  MovedAction move = parse_move(options.what_if);
  StoredLedger ledger = read_ledger_file(options.ledger);
  Instant at = find_action(ledger.events, move)->t;
  Scorecard before = score_ledger(ledger, options.profile);
  StoredLedger other = ledger;
  other.events = with_moved(ledger.events, move);
  Instant then = moved_time(ledger.events, move);
  std::optional<ResultsFolder> results;
  if (options.replay) {
    VirtualDrill drill = replay(ledger, other.events);
    other = drill.ledger;
    if (!options.out.empty()) {
      results.emplace(options.out);
      write_ledger(drill, options.out + "/what-if.jsonl");  // `trend` must not take it for a drill
    }
  }
  Scorecard after = score_ledger(other, options.profile);
  if (options.replay && !options.out.empty()) write_reports(after, other.events, options.out);
  if (options.json) {
    std::cout << score_json(after);
    return 0;
  }
  std::cout << fmt::format(
                   "{} at {} instead of {}{}\n", move.kind, to_clock(then), to_clock(at),
                   options.replay ? ", the drill replayed with it" : ", everything else as it was")
            << compared(before, after);
  if (options.replay) std::cout << users_compared(before, after);
  return 0;
}

}  // namespace mayday
