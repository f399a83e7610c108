#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "body.h"
#include "object_shelf.h"

namespace mayday::hesi {

/// Why a mall's order cannot be taken, as a text; nothing when it can.
std::optional<std::string> order_fault(const json::value& order);

/// Puts the order among the order objects of its family, or brings the one with its number up to
/// date (contract M11).
void put_order(ObjectShelf& objects, const json::object& order, Instant now);

}  // namespace mayday::hesi
