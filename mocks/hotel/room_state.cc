#include "room_state.h"

#include "mayday/base/check.h"

namespace mayday::hotel {
namespace {

RoomStep refused(RoomState state, Problem problem) { return {state, std::move(problem)}; }

/// Until the hotel has confirmed there is nothing to change.
RoomStep change(RoomState state) {
  if (state == RoomState::confirmed) return {state, std::nullopt};
  return refused(state, change_refused());
}

RoomStep give_up(RoomState state, RoomState to) {
  if (state == RoomState::cancelled || state == RoomState::deleted)
    return refused(state, {400, 1694, "ITEM ALREADY CANCELLED"});
  return {to, std::nullopt};
}

}  // namespace

RoomStep step(RoomState state, RoomEvent event) {
  switch (event) {
    case RoomEvent::hotel_confirms:
      return {state == RoomState::pending ? RoomState::confirmed : state, std::nullopt};
    case RoomEvent::guest_changes:
      return change(state);
    case RoomEvent::guest_cancels:
      return give_up(state, RoomState::cancelled);
    case RoomEvent::guest_deletes:
      return give_up(state, RoomState::deleted);
  }
  broken("unhandled RoomEvent");
}

std::string_view to_text(RoomState state) {
  switch (state) {
    case RoomState::pending:
      return "PENDING";
    case RoomState::confirmed:
      return "CONFIRMED";
    case RoomState::cancelled:
      return "CANCELLED";
    case RoomState::deleted:
      return "DELETED";
  }
  broken("unhandled RoomState");
}

}  // namespace mayday::hotel
