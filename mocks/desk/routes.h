#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "mayday/world/router.h"

namespace mayday {

/// What the desk serves. `other` is everything it does not.
enum class Route : std::uint8_t {
  log_in,
  hand_in_claim,
  show_claim,
  approve,
  flights,
  hotels,
  book_trip,
  pay_trip,
  show_trip,
  show_budget,
  open_page,
  hesi_hook,
  health,
  metrics,
  other
};

/// How a request is told to be for a route; `id` is what scenarios call it.
struct Pattern {
  Route route;
  std::string_view id;
  std::string_view method;
  std::string_view path;
  bool write;
};

/// In the order of Route, without `other`.
std::span<const Pattern> patterns();

/// The patterns of the paths, in the order of Route, "other" last.
std::vector<std::string_view> route_patterns();

/// A router that numbers the routes as Route does.
Router make_router();

/// Whether the route is for people who are logged in.
bool needs_session(Route route);

/// Whether the access log keeps it: what machines poll would only hide what people do.
bool is_logged(Route route);

}  // namespace mayday
