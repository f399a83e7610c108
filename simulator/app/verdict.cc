#include "verdict.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "mayday/base/check.h"
#include "mayday/base/input_error.h"
#include "mayday/ledger/events.h"
#include "mayday/scoring/profile.h"
#include "mayday/scoring/score.h"

namespace mayday {
namespace {

std::string points(std::int64_t hundredths) {
  return fmt::format("{}{}.{:02}", hundredths < 0 ? "-" : "", std::abs(hundredths) / 100,
                     std::abs(hundredths) % 100);
}

}  // namespace

std::string profile_text(const std::string& name_or_path) {
  if (name_or_path == "enterprise" || name_or_path == "1-5-10") return name_or_path;
  std::ifstream file(name_or_path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file)
    throw InputError(
        "--profile " + name_or_path +
        ": there is no such profile; there are enterprise and 1-5-10, or give the path "
        "of a profile's JSON file");
  find_profile(text, name_or_path);
  return text;
}

Scorecard score_ledger(const StoredLedger& ledger, const std::string& profile) {
  std::string text =
      profile.empty() ? as<events::Open>(ledger.events.front()).profile : profile_text(profile);
  Scorecard card = score(ledger.events, find_profile(text), ledger.head);
  card.torn = ledger.torn;
  return card;
}

int exit_code(const Scorecard& card) {
  if (card.verdict == "pass") return 0;
  return card.verdict == "fail" ? 1 : 3;
}

std::string terminal_summary(const Scorecard& card) {
  std::string out =
      fmt::format("{}  {}  score {} ({}-{}) {}\n", card.scenario, card.verdict, points(card.score),
                  points(card.low), points(card.high), card.letter);
  if (!card.why.en.empty()) out += "  " + card.why.en + "\n";
  for (const Dimension& dimension : card.dimensions)
    out += dimension.applies
               ? fmt::format("  {} {:<28} {:>6} of {:>6}  {}\n", dimension.id, dimension.name.en,
                             points(dimension.points), points((dimension.weight + 50) / 100),
                             dimension.mark)
               : fmt::format("  {} {:<28} does not apply\n", dimension.id, dimension.name.en);
  std::size_t shown = std::min<std::size_t>(card.losses.size(), 3);
  for (std::size_t i = 0; i < shown; ++i)
    out += fmt::format("  -{}  {}\n", points(card.losses[i].points), card.losses[i].why.en);
  if (card.world == "live") out += "  slip " + to_text(card.slip) + " of drill time\n";
  return out;
}

}  // namespace mayday
