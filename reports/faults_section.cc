#include <fmt/format.h>

#include <algorithm>

#include "mayday/reports/figures.h"
#include "page.h"
#include "safe_text.h"
#include "sections.h"
#include "words.h"

namespace mayday {
namespace {

constexpr std::size_t kFaultCards = 8;

const FaultStamps* stamps_of(const Scorecard& card, const std::string& fault) {
  for (const FaultStamps& stamps : card.timestamps)
    if (stamps.fault == fault) return &stamps;
  return nullptr;
}

Instant at_stamp(const FaultStamps& stamps, std::string_view name) {
  for (const Stamp& stamp : stamps.stamps)
    if (stamp.name == name) return stamp.at;
  return kNever;
}

/// "+9m" from the first symptom on, "−5m" before it.
std::string after(Instant symptom, Instant at) {
  if (at == kNever || symptom == kNever) return {};
  return at < symptom ? "−" + length(symptom - at) : "+" + length(at - symptom);
}

/// "too early by 3m": what a claim was off the measurement.
std::string honesty(Instant claimed, Instant measured) {
  if (measured == kNever) return chip("bad", label("never-true"));
  if (claimed < measured)
    return chip("bad", label("claimed-early") + " " + length(measured - claimed));
  return chip("good", "+" + length(claimed - measured));
}

/// What the team claimed beside what was measured: the difference is the honesty gap.
std::string claims_table(const FaultStamps& stamps, std::size_t number) {
  Table table("claims-" + std::to_string(number), word("claims"),
              {"claim", "claimed-at", "measured-at", "honesty-gap"});
  for (auto [claim, truth] : {std::pair{"d_mit", "t_mit"}, {"d_rec", "t_rec"}})
    for (const Stamp& stamp : stamps.stamps) {
      if (stamp.name != claim || stamp.at == kNever) continue;
      Instant measured = at_stamp(stamps, truth);
      table.row({both(stamp.meaning, 120), clock(stamp.at), clock(measured),
                 honesty(stamp.at, measured)});
    }
  return table.html();
}

/// Every stamp, and how it is known.
std::string stamps_table(const FaultStamps& stamps, std::size_t number) {
  Table table("stamps-" + std::to_string(number), word("stamps"),
              {"stamp", "at", "after-symptom", "how", "source"});
  Instant symptom = at_stamp(stamps, "t_sym");
  for (const Stamp& stamp : stamps.stamps)
    table.row(
        {both(stamp.meaning, 120) + " <small><code>" + html(stamp.name, 12) + "</code></small>",
         clock(stamp.at), after(symptom, stamp.at), both(name_of("known", stamp.kind)),
         html(stamp.source, 120)});
  return "<details><summary>" + label("stamps") + "</summary>" + table.html() + "</details>\n";
}

/// A share of the strip's width, "12.50%": a drawing without a scale of its own keeps its letters'
/// shape.
std::string across(std::int64_t basis_points) { return fixed(basis_points, 2) + "%"; }

/// One row of the strip: a level over time in its colour.
std::string strip_row(const std::vector<LevelAt>& steps, std::int64_t y, Instant from, Instant to) {
  constexpr std::int64_t kEnd = 10'000;
  auto x = [&](Instant at) {
    Duration part = std::clamp<Duration>(at - from, 0s, to - from);
    return part / 1ms * kEnd / std::max<std::int64_t>(1, (to - from) / 1ms);
  };
  std::string out;
  for (std::size_t i = 0; i < std::min(kTableRows, steps.size()); ++i) {
    std::int64_t begins = x(steps[i].at);
    std::int64_t ends = i + 1 < steps.size() ? x(steps[i + 1].at) : kEnd;
    if (ends <= begins) continue;
    int level = std::clamp(steps[i].level, 0, 3);
    Text name = word("level-" + std::to_string(level));
    out += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"20\" class=\"l{}\"/>",
                       across(begins), y, across(ends - begins), level);
    if (ends - begins < 1200) continue;
    for (auto [language, text] : {std::pair{"zh", name.zh}, {"en", name.en}})
      out += fmt::format("<text x=\"{}\" y=\"{}\" class=\"on-bar {}\">{}</text>",
                         across(begins + 80), y + 14, language, text);
  }
  return out;
}

/// To where the strip goes: mitigation, or the last step when that came later or never.
Instant strip_end(const FaultScore& fault) {
  Instant to = fault.grades.truth.front().at + 1min;
  for (const Phase& phase : fault.phases)
    if (phase.name == "mitigate" && phase.to != kNever) to = std::max(to, phase.to);
  for (const auto* steps : {&fault.grades.truth, &fault.grades.given})
    if (!steps->empty()) to = std::max(to, steps->back().at + 1min);
  return to;
}

std::string grade_strip(const FaultScore& fault) {
  if (fault.grades.truth.empty()) return {};
  Instant from = fault.grades.truth.front().at;
  Instant to = strip_end(fault);
  return "<figure class=\"strip\"><figcaption>" + label("grade-strip") + " <small>" + clock(from) +
         " → " + clock(to) + "</small></figcaption><div class=\"strip-rows\"><p>" +
         label("truth-level") + "</p><p>" + label("given-level") +
         "</p><svg aria-hidden=\"true\">" + strip_row(fault.grades.truth, 0, from, to) +
         strip_row(fault.grades.given, 24, from, to) + "</svg></div></figure>\n";
}

std::string functions(const FaultScore& fault) {
  if (fault.functions.empty()) return label("nothing");
  std::string out;
  for (const std::string& name : fault.functions)
    out += (out.empty() ? "" : ", ") + both(name_of("function", name), 40);
  return out;
}

std::string facts(const FaultScore& fault) {
  std::string level = fault.level == 0
                          ? label("level-0")
                          : label("level-" + std::to_string(std::clamp(fault.level, 1, 3)));
  return "<dl class=\"facts\">" +
         fact("component", "<code>" + html(fault.truth.component, 80) + "</code>") +
         fact("kind", "<code>" + html(fault.truth.kind, 80) + "</code>") +
         fact("party", "<code>" + html(fault.truth.party, 80) + "</code>") + fact("level", level) +
         fact("people-hit", percent(fault.share * 1000)) + fact("functions", functions(fault)) +
         fact("bites", std::to_string(fault.bites)) +
         fact("victims", std::to_string(fault.victims)) +
         fact("ended", clock(fault.ended) + " · " + both(name_of("ended", fault.by))) + "</dl>\n";
}

std::string own_marks(const Scorecard& card, const FaultScore& fault) {
  if (card.faults.size() < 2) return {};
  std::string out = "<p class=\"marks\"><b class=\"figure\">" + points(fault.score) + "</b> ";
  for (const Dimension& dimension : fault.dimensions)
    if (dimension.applies)
      out += chip(tone_of_mark(dimension.mark),
                  both(dimension.name, 60) + " " + percent(dimension.value)) +
             " ";
  return out + "</p>\n";
}

}  // namespace

std::string faults_section(const Scorecard& card) {
  if (card.faults.empty()) return {};
  std::string out;
  for (std::size_t i = 0; i < std::min(kFaultCards, card.faults.size()); ++i) {
    const FaultScore& fault = card.faults[i];
    out += "<article class=\"card\"><h3>" + html(fault.id, 80) + "</h3>\n" +
           own_marks(card, fault) + facts(fault) + grade_strip(fault);
    if (const FaultStamps* stamps = stamps_of(card, fault.id))
      out += claims_table(*stamps, i + 1) + stamps_table(*stamps, i + 1);
    out += "</article>\n";
  }
  if (card.faults.size() > kFaultCards)
    out += "<p class=\"quiet\">" + label("all-moments-in") + "</p>\n";
  return section("faults", out);
}

}  // namespace mayday
