#include "trend_words.h"

#include <fmt/format.h>

#include <chrono>

#include "mayday/reports/figures.h"
#include "mayday/scoring/ppm.h"
#include "words.h"

namespace mayday {
namespace {

/// A ratio with two decimals.
std::string factor(std::int64_t ppm) { return fixed(rounded(ppm, 10'000), 2); }

/// The figures of which a trend says this, in order; empty without any.
Text figures_that(const Trend& trend, std::string_view says) {
  Text names;
  for (const Shift& shift : trend.changes) {
    if (shift.says != says) continue;
    Text name = name_of_figure(shift.what);
    names.zh += (names.zh.empty() ? "" : "、") + name.zh;
    names.en += (names.en.empty() ? "" : ", ") + name.en;
  }
  return names;
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace

ShiftFigures figures_of(const Shift& shift) {
  if (shift.what == "score")
    return {points(shift.before), points(shift.after), gained_points(shift.change),
            gained_points(shift.low), gained_points(shift.high)};
  return {length(Duration{shift.before}), length(Duration{shift.after}), "×" + factor(shift.change),
          factor(shift.low), factor(shift.high)};
}

Text name_of_figure(std::string_view what) {
  return what == "score" ? word("figure-score") : name_of("phase", what);
}

std::string day_and_minute(std::int64_t since_1970) {
  std::string when = rfc3339(std::chrono::seconds{since_1970});
  return when.substr(0, 10) + " " + when.substr(11, 5);
}

std::string took_text(const TookRecord& took) {
  return (took.reached ? "" : ">") + length(took.took);
}

bool is_compared(const ListedDrill& drill) {
  return drill.part == "earlier" || drill.part == "later";
}

Text compared_text(const Trend& trend) {
  Text text{fmt::format("早期 {} 次，近期 {} 次", trend.earlier, trend.later),
            fmt::format("{} earlier and {} later drills", trend.earlier, trend.later)};
  if (!trend.changes.empty()) return text;
  text.zh += fmt::format("：任何一边不足 {} 次，不下结论", kFewestDrills);
  text.en += fmt::format(": fewer than {} on either side say nothing", kFewestDrills);
  return text;
}

Text findings_text(const Trend& trend) {
  Text text;
  for (std::string_view says : {"better", "worse", "none"}) {
    Text names = figures_that(trend, says);
    if (names.en.empty()) continue;
    Text finding = name_of("shift", says);
    text.zh += finding.zh + "：" + names.zh + "。";
    text.en += (text.en.empty() ? "" : " ") + capital(finding.en) + ": " + names.en + ".";
  }
  return text;
}

}  // namespace mayday
