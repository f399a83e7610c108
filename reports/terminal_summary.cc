#include "mayday/reports/terminal_summary.h"

#include <fmt/format.h>

#include <algorithm>

#include "mayday/reports/figures.h"
#include "mayday/reports/language.h"
#include "safe_text.h"

namespace mayday {
namespace {

std::string bar_line(const Dimension& dimension) {
  std::string name = log_text(in(dimension.name, Language::en), 60);
  std::string id = log_text(dimension.id, 20);
  if (!dimension.applies) return fmt::format("  {} {:<28} does not apply\n", id, name);
  return fmt::format("  {} {:<28} {:>6} of {:>6}  {}\n", id, name, points(dimension.points),
                     points((dimension.weight + 50) / 100), log_text(dimension.mark, 4));
}

/// "-3.33  d4 bill-desync: recovered after never".
std::string loss_line(const Loss& loss) {
  std::string where = loss.dimension + (loss.fault.empty() ? "" : " " + loss.fault);
  return fmt::format("  -{}  {}: {}\n", points(loss.points), log_text(where, 80),
                     log_text(in(loss.why, Language::en)));
}

std::string penalty_line(const Penalty& penalty) {
  if (penalty.points == 0) return {};
  return fmt::format("  -{}  {}: {}\n", points(penalty.points), log_text(penalty.name, 40),
                     log_text(in(penalty.note, Language::en)));
}

}  // namespace

std::string terminal_summary(const Scorecard& card) {
  std::string out = fmt::format("{}  {}  score {} ({}-{}) {}\n", log_text(card.scenario, 80),
                                log_text(card.verdict, 20), points(card.score), points(card.low),
                                points(card.high), log_text(card.letter, 4));
  if (!card.why.en.empty()) out += "  " + log_text(card.why.en) + "\n";
  for (const Dimension& dimension : card.dimensions) out += bar_line(dimension);
  for (const Penalty& penalty : card.penalties) out += penalty_line(penalty);
  for (std::size_t i = 0; i < std::min<std::size_t>(card.losses.size(), 3); ++i)
    out += loss_line(card.losses[i]);
  if (card.world == "live") out += "  slip " + to_text(card.slip) + " of drill time\n";
  return out;
}

}  // namespace mayday
