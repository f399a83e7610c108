#include "comparison.h"
#include "mayday/reports/figures.h"
#include "page.h"
#include "safe_text.h"
#include "sections.h"
#include "words.h"

namespace mayday {
namespace {

std::string change(const ComparedFigure& row) {
  if (row.change.empty()) return {};
  return chip(row.better ? "good" : row.worse ? "bad" : "plain", row.change);
}

std::string table(std::string id, std::string_view title, const std::vector<ComparedFigure>& rows) {
  Table table(std::move(id), word(title), {"what", "earlier", "now", "change"});
  for (const ComparedFigure& row : rows)
    table.row({both(row.name, 160), row.earlier, row.now, change(row)});
  return table.html();
}

/// What makes the two less alike than their common scenario suggests.
std::string differences(const Comparison& compared) {
  if (compared.differences.empty()) return {};
  std::string out;
  for (const Text& one : compared.differences) out += "<li>" + both(one) + "</li>\n";
  return "<ul class=\"callouts\">" + out + "</ul>\n";
}

}  // namespace

std::string comparison_section(const Scorecard& card, const std::optional<EarlierRun>& earlier) {
  if (!earlier) return {};
  Comparison compared = compare(card, *earlier);
  return section("comparison", "<p class=\"lead\">" + both(compared.finding) + "</p>\n" +
                                   differences(compared) + "<div class=\"pair\">\n" +
                                   table("compared-points", "dimensions", compared.points) +
                                   table("compared-stages", "stages", compared.stages) +
                                   "</div>\n" + "<p class=\"quiet\">" + label("read-from") +
                                   " <code>" + html(earlier->read_from, 200) + "</code> · " +
                                   html(earlier->starts, 40) + " · " + label("seed") + " " +
                                   std::to_string(earlier->seed) + "</p>\n");
}

}  // namespace mayday
