#pragma once

#include <optional>
#include <string_view>

#include "problems.h"

namespace mayday::hotel {

/// Where a booked room stands. A deleted one is gone from its order, but not from our books.
enum class RoomState { pending, confirmed, cancelled, deleted };

enum class RoomEvent { hotel_confirms, guest_changes, guest_cancels, guest_deletes };

/// What comes of an event: the state after it, or why the event may not be.
struct RoomStep {
  RoomState state;
  std::optional<Problem> refused;
};

RoomStep step(RoomState state, RoomEvent event);

/// As `bookingStatus` shows it.
std::string_view to_text(RoomState state);

}  // namespace mayday::hotel
