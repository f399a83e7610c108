#pragma once

#include <string>
#include <string_view>

#include "order.h"

namespace mayday::airline {

/// The time stamps of an order, written out; an empty one is null.
struct OrderTimes {
  std::string created;
  std::string paid;
  std::string pay_by;
  std::string guaranteed;
  std::string cancelled;
};

/// Appends the JSON of an order to `out`.
void append_order(std::string& out, const Order& order, const OrderTimes& times,
                  std::string_view currency);

}  // namespace mayday::airline
