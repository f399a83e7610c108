#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "mayday/reports/trend_html.h"

/// The sections of the page of drills over time, as HTML.
namespace mayday {

/// A ledger's folder, which leads to the drill's report where it has one.
std::string drill_link(const TrendPage& page, const std::string& ledger);

/// What the page is, since when there are drills, and what its marks mean.
std::string trend_head(const TrendPage& page, const std::vector<Trend>& scenarios);

/// The id of the nth scenario's section.
std::string place_of_scenario(std::size_t nth);

/// One scenario: its findings, the place where the script draws, and its drills as a table.
std::string scenario_trend(const TrendPage& page, const Trend& trend, std::size_t nth);

/// All scenarios together beside each of them; empty when they were not compared together.
std::string together_section(const TrendPage& page, const std::vector<Trend>& scenarios);

/// What became of the improvements that teams promised.
std::string follow_ups_section(const TrendPage& page);

}  // namespace mayday
