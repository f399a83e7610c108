#pragma once

#include <map>
#include <string>
#include <vector>

#include "mayday/catalogue/follow_up.h"
#include "mayday/catalogue/trend.h"

namespace mayday {

/// What a page of drills over time is made of.
struct TrendPage {
  std::string folder;  ///< Where the drills lie.
  std::string since;   ///< The day from which drills are the later ones; empty: the later half is.
  std::vector<Trend> trends;  ///< At least one of a scenario.
  std::vector<FollowUp> follow_ups;
  /// The way from the page to a drill's report.html, by its ledger; none when it has no report.
  std::map<std::string, std::string> reports;
};

/// One file that asks the network for nothing, as report.html is, and in both languages. The same
/// page for the same drills.
std::string trend_html(const TrendPage& page);

}  // namespace mayday
