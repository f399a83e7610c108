#include "mayday/scoring/what_if.h"

#include <algorithm>
#include <map>

#include "mayday/base/input_error.h"
#include "mayday/ledger/events.h"
#include "mayday/scoring/body.h"

namespace mayday {
namespace {

bool is_teams(const Event& event) {
  return event.kind == events::Action::kKind && text_in(event.body, "side") == "team";
}

/// "declare, 2 x notice".
std::string what_was_done(const std::vector<Event>& events) {
  std::map<std::string, int> counts;
  for (const Event& event : events)
    if (is_teams(event)) ++counts[text_in(event.body, "action")];
  std::string text;
  for (const auto& [kind, count] : counts)
    text += (text.empty() ? "" : ", ") + (count == 1 ? "" : std::to_string(count) + " x ") + kind;
  return text.empty() ? "nothing" : text;
}

}  // namespace

std::vector<Event>::const_iterator find_action(const std::vector<Event>& events,
                                               const MovedAction& move) {
  std::size_t seen = 0;
  auto found = std::find_if(events.begin(), events.end(), [&](const Event& event) {
    return is_teams(event) && text_in(event.body, "action") == move.kind && ++seen == move.which;
  });
  if (found != events.end()) return found;
  throw InputError("there is no action \"" + move.kind +
                   (move.which == 1 ? "" : " " + std::to_string(move.which)) +
                   "\" in this drill; the team did: " + what_was_done(events));
}

Instant moved_time(const std::vector<Event>& events, const MovedAction& move) {
  return std::clamp(find_action(events, move)->t + move.by, Instant{}, events.back().t);
}

std::vector<Event> with_moved(std::vector<Event> events, const MovedAction& move) {
  Instant then = moved_time(events, move);
  auto index = static_cast<std::size_t>(find_action(events, move) - events.cbegin());
  if (events[index].t == then) return events;
  Event moved = std::move(events[index]);
  events.erase(events.begin() + static_cast<std::ptrdiff_t>(index));
  moved.t = then;
  auto last = events.back().kind == events::Close::kKind ? events.end() - 1 : events.end();
  auto place =
      std::find_if(events.begin() + 1, last, [&](const Event& event) { return event.t > moved.t; });
  events.insert(place, std::move(moved));
  return events;
}

}  // namespace mayday
