#include "trend_sections.h"

#include <algorithm>

#include "mayday/reports/figures.h"
#include "page.h"
#include "safe_text.h"
#include "trend_data.h"
#include "trend_words.h"
#include "words.h"

namespace mayday {
namespace {

std::string name_of_scenario(const Trend& trend) {
  return both(trend.title, 160) + " <code>" + html(trend.scenario, 80) + "</code>";
}

std::string finding(const Shift& shift) {
  std::string_view tone = shift.says == "better" ? "good" : shift.says == "worse" ? "bad" : "plain";
  return chip(tone, both(name_of("shift", shift.says)));
}

std::string change_table(std::string id, const Trend& trend) {
  Table table(std::move(id), word("changes"),
              {"figure", "before", "after", "change", "interval-95", "finding"});
  for (const Shift& shift : trend.changes) {
    ShiftFigures figures = figures_of(shift);
    table.row({both(name_of_figure(shift.what)), figures.before, figures.after, figures.change,
               both({figures.low + " 至 " + figures.high, figures.low + " to " + figures.high}),
               finding(shift)});
  }
  return table.html();
}

std::string took_cell(const DrillRecord& drill, std::string_view what) {
  for (const TookRecord& one : drill.took)
    if (one.what == what)
      return one.reached ? took_text(one)
                         : "<span class=\"loss\">" + html(took_text(one)) + "</span>";
  return {};
}

std::string part_cell(const ListedDrill& drill) {
  std::string part = both(name_of("part", drill.part));
  return is_compared(drill) ? part : "<span class=\"quiet\">" + part + "</span>";
}

std::string drills_table(const TrendPage& page, const Trend& trend, const std::string& number) {
  Table table("drills-" + number, word("all-drills"),
              {"when", "verdict", "score", "interval", "letter", "phase.detect", "phase.locate",
               "phase.mitigate", "phase.recover", "compared-as", "drill"},
              kEveryRow);
  for (const ListedDrill& drill : trend.drills)
    table.row({day_and_minute(drill.when),
               chip(tone_of_verdict(drill.verdict), both(name_of("verdict", drill.verdict), 40)),
               points(drill.score), points(drill.low) + "–" + points(drill.high),
               html(drill.letter, 4), took_cell(drill, "detect"), took_cell(drill, "locate"),
               took_cell(drill, "mitigate"), took_cell(drill, "recover"), part_cell(drill),
               drill_link(page, drill.ledger)});
  return "<details class=\"drills\" open=\"open\"><summary>" + label("all-drills") + " (" +
         std::to_string(trend.drills.size()) + ")</summary>" + table.html() + "</details>\n";
}

/// How many drills were compared, and what that showed.
std::string found(const Trend& trend) {
  std::string findings =
      trend.changes.empty() ? "" : "<p class=\"lead\">" + both(findings_text(trend)) + "</p>\n";
  return findings + "<p class=\"quiet\">" + both(compared_text(trend)) + "</p>\n";
}

bool has_open_times(const Trend& trend) {
  return std::any_of(trend.drills.begin(), trend.drills.end(), [](const ListedDrill& drill) {
    return is_compared(drill) && std::any_of(drill.took.begin(), drill.took.end(),
                                             [](const TookRecord& one) { return !one.reached; });
  });
}

std::string changes(const Trend& trend, const std::string& number) {
  if (trend.changes.empty()) return {};
  std::string fine =
      has_open_times(trend) ? "<p class=\"fine\">" + label("open-times") + "</p>\n" : "";
  return change_table("changes-" + number, trend) + fine;
}

/// "+19.54 better", as a cell; empty when the trend has no such figure.
std::string change_cell(const Trend& trend, std::string_view what) {
  for (const Shift& shift : trend.changes)
    if (shift.what == what) return figures_of(shift).change + " " + finding(shift);
  return {};
}

std::string each_scenario(const std::vector<Trend>& scenarios) {
  Table table("each-scenario-table", word("each-scenario"),
              {"scenario", "part.earlier", "part.later", "score", "phase.recover"}, kEveryRow);
  for (std::size_t i = 0; i < scenarios.size(); ++i)
    table.row(
        {"<a href=\"#" + place_of_scenario(i) + "\">" + html(scenarios[i].scenario, 80) + "</a>",
         std::to_string(scenarios[i].earlier), std::to_string(scenarios[i].later),
         change_cell(scenarios[i], "score"), change_cell(scenarios[i], "recover")});
  return table.html();
}

}  // namespace

/// A ledger's folder, which leads to the drill's report where it has one.
std::string drill_link(const TrendPage& page, const std::string& ledger) {
  std::string name = html(ledger.substr(0, ledger.rfind('/')), 160);
  auto report = page.reports.find(ledger);
  if (report == page.reports.end()) return name;
  return "<a href=\"" + link_to(report->second) + "\">" + name + "</a>";
}

std::string place_of_scenario(std::size_t nth) { return "scenario-" + std::to_string(nth + 1); }

std::string scenario_trend(const TrendPage& page, const Trend& trend, std::size_t nth) {
  std::string number = std::to_string(nth + 1);
  return section(place_of_scenario(nth), name_of_scenario(trend),
                 found(trend) + "<div class=\"dots\" id=\"" + place_of_dots(nth) +
                     "\" hidden=\"hidden\"></div>\n" + changes(trend, number) +
                     drills_table(page, trend, number));
}

std::string together_section(const TrendPage& page, const std::vector<Trend>& scenarios) {
  const Trend& all = page.trends.front();
  if (!all.scenario.empty()) return {};
  return section("together", found(all) + "<p class=\"quiet\">" + label("together-how") +
                                 "</p>\n<div class=\"pair\">\n" +
                                 change_table("changes-together", all) + each_scenario(scenarios) +
                                 "</div>\n");
}

}  // namespace mayday
