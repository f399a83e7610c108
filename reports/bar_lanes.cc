#include <fmt/format.h>

#include <algorithm>

#include "figures.h"
#include "lanes.h"
#include "mayday/reports/language.h"
#include "safe_text.h"
#include "words.h"

namespace mayday {
namespace {

constexpr std::int64_t kBar = 18;

Instant stamp_of(const Scorecard& card, const std::string& fault, std::string_view name) {
  for (const FaultStamps& stamps : card.timestamps)
    if (stamps.fault == fault)
      for (const Stamp& stamp : stamps.stamps)
        if (stamp.name == name) return stamp.at;
  return kNever;
}

Text joined(const Text& left, std::string_view middle, const Text& right) {
  return {left.zh + std::string(middle) + right.zh, left.en + std::string(middle) + right.en};
}

Text plainly(const std::string& text) { return {text, text}; }

/// The label of a bar in each language, where it fits.
std::string bar_label(std::int64_t from, std::int64_t to, std::int64_t y, const Text& text) {
  std::string out;
  for (Language language : {Language::zh, Language::en}) {
    std::string shown = clipped(in(text, language), 60);
    if (text_width(shown) + 10 > to - from) continue;
    out += fmt::format("<text x=\"{}\" y=\"{}\" class=\"on-bar {}\">{}</text>", from + 6, y + 13,
                       language == Language::zh ? "zh" : "en", html(shown));
  }
  return out;
}

std::string bar(const Scale& scale, Instant begins, Instant ends, std::int64_t y,
                std::string_view css_class, const Text& text, const std::vector<Text>& more) {
  std::int64_t from = scale.x(begins);
  std::int64_t to = std::max(from + 3, ends == kNever ? kRight : scale.x(ends));
  std::vector<Text> lines{text};
  lines.insert(lines.end(), more.begin(), more.end());
  return fmt::format(
      "<g>{}<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\" class=\"{}{}\"/>{}</g>\n",
      tooltip(lines), from, y, to - from, kBar, css_class, ends == kNever ? " open" : "",
      bar_label(from, to, y, text));
}

/// Where two faults are drawn, a name tells whose phases these are.
std::string whose(const Scorecard& card, const FaultScore& fault, std::int64_t y) {
  if (card.faults.size() < 2) return {};
  return svg_text(kLeft - 12, y, "lane-sub", plainly(fault.id), 18);
}

}  // namespace

Lane truth_lane(const Scorecard& card, const Scale& scale, std::int64_t y) {
  Lane lane{lane_name(word("lane.truth"), y + 19), 0};
  for (std::size_t i = 0; i < std::min(kFaultsDrawn, card.faults.size()); ++i) {
    const FaultScore& fault = card.faults[i];
    Instant onset = std::min(stamp_of(card, fault.id, "t_on"), stamp_of(card, fault.id, "t_arm"));
    if (onset == kNever) continue;
    std::vector<Text> more{
        plainly(fault.truth.component + " · " + fault.truth.kind + " · " + fault.truth.party),
        plainly(clock(onset) + " → " + clock(fault.ended)),
        joined(word("ended"), ": ", name_of("ended", fault.by))};
    lane.svg +=
        bar(scale, onset, fault.ended, y + 6 + lane.height, "truth", plainly(fault.id), more);
    lane.height += kBar + 4;
  }
  lane.height = std::max<std::int64_t>(lane.height, kBar) + 10;
  return lane;
}

Lane phase_lane(const Scorecard& card, const Scale& scale, std::int64_t y) {
  Lane lane{lane_name(word("lane.phases"), y + 19), 0};
  for (std::size_t i = 0; i < std::min(kFaultsDrawn, card.faults.size()); ++i) {
    const FaultScore& fault = card.faults[i];
    std::int64_t top = y + 6 + lane.height;
    for (const Phase& phase : fault.phases) {
      // Locating and mitigating go on side by side.
      std::int64_t row = phase.name == "locate" ? top + kBar + 3 : top;
      Duration took = phase.to == kNever ? kForever : phase.to - phase.from;
      std::vector<Text> more{
          plainly(clock(phase.from) + " → " + clock(phase.to) + " (" + length(took) + ")")};
      lane.svg += bar(scale, phase.from, phase.to, row, "phase " + html(phase.name, 20),
                      name_of("phase", phase.name), more);
    }
    lane.svg += whose(card, fault, top + kBar + 16);
    lane.height += 2 * kBar + 9;
  }
  lane.height = std::max<std::int64_t>(lane.height, kBar) + 8;
  return lane;
}

}  // namespace mayday
