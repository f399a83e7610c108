#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace mayday {

/// What people can do at the desk beside changing its settings.
inline constexpr std::array<std::string_view, 6> kDeskActions = {
    "auth-rollback", "clear-token-cache", "purge-mobile-cache",
    "reconcile",     "replay-messages",   "restart"};

inline bool is_desk_action(std::string_view name) {
  return std::find(kDeskActions.begin(), kDeskActions.end(), name) != kDeskActions.end();
}

/// Whether the desk has no vendor tokens after this action and fetches new ones.
inline bool forgets_tokens(std::string_view action) {
  return action == "auth-rollback" || action == "clear-token-cache" || action == "restart";
}

}  // namespace mayday
