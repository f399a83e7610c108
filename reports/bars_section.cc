#include <fmt/format.h>

#include <algorithm>

#include "card_text.h"
#include "mayday/reports/figures.h"
#include "page.h"
#include "safe_text.h"
#include "sections.h"
#include "words.h"

namespace mayday {
namespace {

/// A bar as a drawing: a style attribute would need a laxer content policy.
std::string bar(std::int64_t ppm, std::string_view tone) {
  return fmt::format(
      "<svg class=\"bar {}\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" "
      "aria-hidden=\"true\">"
      "<rect width=\"1000\" height=\"10\" class=\"track\"/><rect width=\"{}\" height=\"10\" "
      "class=\"fill\"/></svg>",
      tone, std::clamp<std::int64_t>(ppm / 1000, 0, 1000));
}

std::string part_row(const Part& part) {
  std::string share = part.weight == 0 ? "× " + ratio(part.value) : percent(part.value);
  std::string lost = part.points > 0 ? lost_points(part.points) : "";
  return "<tr><th scope=\"row\">" + both(name_of("part", part.name)) + "</th><td>" + share +
         "</td><td>" + both(part.note, 240) + "</td><td class=\"loss\">" + lost + "</td></tr>\n";
}

std::string fault_row(const std::string& fault) {
  return "<tr><th scope=\"colgroup\" colspan=\"4\"><code>" + html(fault, 60) +
         "</code></th></tr>\n";
}

/// Of several faults each has its own part of the table.
std::string parts(const std::vector<Part>& of) {
  bool several = !of.empty() && of.front().fault != of.back().fault;
  std::string rows;
  for (std::size_t i = 0; i < std::min(kTableRows, of.size()); ++i) {
    if (several && (i == 0 || of[i].fault != of[i - 1].fault)) rows += fault_row(of[i].fault);
    rows += part_row(of[i]);
  }
  return "<table class=\"parts\"><tbody>" + rows + "</tbody></table>";
}

/// Full marks of a dimension in hundredths of a point.
std::int64_t full(const Dimension& dimension) { return (dimension.weight + 50) / 100; }

std::string dimension_bar(const Dimension& dimension) {
  std::string name = "<span class=\"name\">" + both(dimension.name) + "</span>";
  std::string note = dimension.note.zh.empty() && dimension.note.en.empty()
                         ? ""
                         : "<p class=\"quiet\">" + both(dimension.note) + "</p>";
  if (!dimension.applies)
    return "<li class=\"dropped\"><div class=\"row\">" + name + "<span class=\"quiet\">" +
           label("dropped") + "</span></div>" + note + "</li>\n";
  std::string_view tone = tone_of_mark(dimension.mark);
  return "<li><details><summary class=\"row\">" + name + bar(dimension.value, tone) +
         chip(tone, both(name_of("mark", dimension.mark))) + "<span class=\"figure\">" +
         points(dimension.points) + "<small> / " + points(full(dimension)) +
         "</small></span></summary>" + note + parts(dimension.parts) + "</details></li>\n";
}

std::string bars(const Scorecard& card) {
  if (card.no_fault) return parts(card.no_fault_parts);
  std::string out = "<ol class=\"bars\">\n";
  for (const Dimension& dimension : card.dimensions) out += dimension_bar(dimension);
  return out + "</ol>\n";
}

std::string gap(const Scorecard& card, const Loss& loss) {
  std::string fault = card.faults.size() > 1 && !loss.fault.empty()
                          ? " <code>" + html(loss.fault, 60) + "</code>"
                          : "";
  std::string better = loss.better.zh.empty() && loss.better.en.empty()
                           ? ""
                           : "<p class=\"better\">" + both(loss.better) + "</p>";
  return "<li><span class=\"loss\">" + lost_points(loss.points) + "</span><div><p>" +
         both(loss.why) + fault + event_of(loss) + "</p>" + better + instead_of(loss) +
         "</div></li>\n";
}

std::string gaps(const Scorecard& card) {
  if (card.losses.empty()) return "<p>" + label("no-gaps") + "</p>\n";
  constexpr std::size_t kShown = 3;
  constexpr std::size_t kMost = 24;
  std::string first;
  std::string rest;
  for (std::size_t i = 0; i < std::min(kMost, card.losses.size()); ++i)
    (i < kShown ? first : rest) += gap(card, card.losses[i]);
  std::string out = "<ol class=\"gaps\">\n" + first + "</ol>\n";
  if (rest.empty()) return out;
  return out + "<details><summary>" + label("more-gaps") + "</summary><ol class=\"gaps small\">\n" +
         rest + "</ol></details>\n";
}

}  // namespace

std::string bars_section(const Scorecard& card) {
  return "<div class=\"two\">\n" + section(card.no_fault ? "no-fault-bars" : "bars", bars(card)) +
         section("gaps", gaps(card)) + "</div>\n";
}

}  // namespace mayday
