#pragma once

#include <string>
#include <string_view>

#include "door.h"
#include "order.h"

/// The JSON of orders and of what is done to them, as text appended to `out`. The door knows the
/// clock on the wall.
namespace mayday::airline {

void append_order(std::string& out, const Order& order, const Door& door, std::string_view currency,
                  Instant now);

/// The supplier's order cancellation.
void append_quote(std::string& out, const Order& order, const Quote& quote, const Door& door,
                  std::string_view currency);

/// The supplier's airline-initiated change.
void append_change(std::string& out, const Order& order, const Change& change, const Door& door);

}  // namespace mayday::airline
