#pragma once

#include <string>
#include <string_view>

#include "order.h"

namespace mayday::hotel {

/// Appends the supplier's HotelOrder object; deleted bookings are not in it.
void append_order(std::string& out, const Order& order, std::string_view base);

/// An answer's body with the order as its `data`.
std::string order_body(const Order& order, std::string_view base);

}  // namespace mayday::hotel
