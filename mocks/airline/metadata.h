#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "review.h"

namespace mayday::airline {

/// What a client keeps with an order, in its own words.
using Metadata = std::vector<std::pair<std::string, std::string>>;

/// The client's own number of the order, or empty.
std::string_view order_number(const Metadata& metadata);

/// Reads a map of metadata; what is wrong stands in `review`. `at` is its pointer.
Metadata read_metadata(const json::value& found, const std::string& at, Review& review);

/// The metadata that updateOrder asks to be kept: straight in `data`, or in its `options`, where
/// the official client 4.30.0 puts it.
Metadata read_update(const json::object& data, Review& review);

}  // namespace mayday::airline
