#pragma once

#include <string>
#include <vector>

#include "mayday/catalogue/trend.h"

namespace mayday {

/// The place on the page of a scenario's picture.
std::string place_of_dots(std::size_t nth);

/// What the page's script draws from, one picture a scenario: JSON, safe in a script element.
std::string trend_data(const std::vector<Trend>& scenarios);

}  // namespace mayday
