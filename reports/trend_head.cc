#include <algorithm>
#include <string_view>

#include "page.h"
#include "safe_text.h"
#include "trend_sections.h"
#include "trend_words.h"
#include "words.h"

namespace mayday {
namespace {

std::size_t drills_of(const std::vector<Trend>& scenarios) {
  std::size_t count = 0;
  for (const Trend& trend : scenarios) count += trend.drills.size();
  return count;
}

/// When the first drill was and when the latest.
std::pair<std::int64_t, std::int64_t> span_of(const std::vector<Trend>& scenarios) {
  std::int64_t first = scenarios.front().drills.front().when;
  std::int64_t latest = first;
  for (const Trend& trend : scenarios) {
    first = std::min(first, trend.drills.front().when);
    latest = std::max(latest, trend.drills.back().when);
  }
  return {first, latest};
}

std::string figure(const std::string& text) { return "<span class=\"figure\">" + text + "</span>"; }

std::string facts(const TrendPage& page, const std::vector<Trend>& scenarios) {
  auto [first, latest] = span_of(scenarios);
  std::string halves =
      page.since.empty() ? label("later-half") : figure("≥ " + html(page.since, 20));
  return "<dl class=\"facts\">" + fact("since", figure(day_and_minute(first))) +
         fact("latest", figure(day_and_minute(latest))) + fact("halves", halves) +
         fact("scenarios", std::to_string(scenarios.size())) +
         fact("folder", "<code>" + html(page.folder, 200) + "</code>") +
         fact("times-are", label("times-utc")) + "</dl>\n";
}

/// What the marks of the pictures mean; the script draws them.
std::string legend() {
  constexpr std::pair<std::string_view, std::string_view> kKeys[] = {
      {"pass", "verdict.pass"}, {"fail", "verdict.fail"}, {"unjudged", "verdict.inconclusive"},
      {"open", "open-key"},     {"apart", "apart-key"},   {"mean", "mean-key"}};
  std::string out;
  for (const auto& [mark, key] : kKeys)
    out += "<span class=\"key\" data-mark=\"" + std::string(mark) + "\">" + label(key) + "</span> ";
  return "<div id=\"legend\" hidden=\"hidden\"><p class=\"legend\">" + out + "</p></div>\n";
}

}  // namespace

std::string trend_head(const TrendPage& page, const std::vector<Trend>& scenarios) {
  return "<header class=\"head\">\n<div class=\"about\"><p class=\"kicker\">Mayday · " +
         label("trend") + "</p>\n<h1>" + label("trend-question") + "</h1>\n<p>" +
         label("trend-what") + " " + label("team-average") + "</p>\n" + facts(page, scenarios) +
         "</div>\n<div class=\"score\"><p class=\"number\">" +
         std::to_string(drills_of(scenarios)) + "</p>\n<p class=\"letter\"><b>" +
         label("drills-unit") + "</b></p>\n" + legend() + "</div>\n</header>\n";
}

}  // namespace mayday
