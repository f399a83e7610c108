#include "mayday/reports/trend_html.h"

#include <algorithm>
#include <iterator>

#include "page.h"
#include "page_files.h"
#include "safe_text.h"
#include "trend_data.h"
#include "trend_sections.h"
#include "whole_page.h"
#include "words.h"

namespace mayday {
namespace {

/// All but the one over all scenarios.
std::vector<Trend> of_one_scenario(const std::vector<Trend>& trends) {
  std::vector<Trend> scenarios;
  std::copy_if(trends.begin(), trends.end(), std::back_inserter(scenarios),
               [](const Trend& trend) { return !trend.scenario.empty(); });
  return scenarios;
}

std::vector<WholePage::Place> places(const std::vector<Trend>& scenarios, bool together) {
  constexpr std::size_t kNamed = 5;  // more do not fit into the bar
  std::vector<WholePage::Place> all;
  for (std::size_t i = 0; i < std::min(kNamed, scenarios.size()); ++i)
    all.push_back({place_of_scenario(i), html(scenarios[i].scenario, 40)});
  if (together) all.push_back({"together", label("together")});
  all.push_back({"improvements", label("improvements")});
  return all;
}

}  // namespace

std::string trend_html(const TrendPage& page) {
  std::vector<Trend> scenarios = of_one_scenario(page.trends);
  std::string content = trend_head(page, scenarios);
  for (std::size_t i = 0; i < scenarios.size(); ++i)
    content += scenario_trend(page, scenarios[i], i);
  std::string together = together_section(page, scenarios);
  content += together + follow_ups_section(page);
  Text title = word("trend");
  return whole_page({title.zh + " / " + title.en, places(scenarios, !together.empty()), content,
                     trend_data(scenarios), kTrendStyle, kTrendScript});
}

}  // namespace mayday
