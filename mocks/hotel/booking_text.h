#pragma once

#include <string>
#include <string_view>

#include "order.h"

namespace mayday::hotel {

/// Appends the supplier's HotelOrder object.
void append_order(std::string& out, const Order& order, std::string_view base);

/// First six digits, X, last four.
std::string masked(const std::string& card_number);

}  // namespace mayday::hotel
