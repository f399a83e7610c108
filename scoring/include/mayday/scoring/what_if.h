#pragma once

#include <string>
#include <vector>

#include "mayday/base/time.h"
#include "mayday/ledger/event.h"

namespace mayday {

/// One of the team's actions at another time.
struct MovedAction {
  std::string kind;       ///< declare, grade, ticket, …
  std::size_t which = 1;  ///< Of several of this kind: the first, the second, …
  Duration by{0};         ///< Negative: earlier.
};

/// The event of that action; InputError, which says what the team did do, when there is none.
std::vector<Event>::const_iterator find_action(const std::vector<Event>& events,
                                               const MovedAction& move);

/// When it would have been received: never before the drill's start or after its last event.
Instant moved_time(const std::vector<Event>& events, const MovedAction& move);

/// The drill as if that action had been received then, and nothing else had changed: not what it
/// set in motion at the desk or with a vendor.
std::vector<Event> with_moved(std::vector<Event> events, const MovedAction& move);

}  // namespace mayday
