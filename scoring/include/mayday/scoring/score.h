#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mayday/ledger/event.h"
#include "mayday/scoring/profile.h"
#include "mayday/scoring/scorecard.h"

namespace mayday {

/// The model that `score` judges by; raised when the same ledger would be worth something else.
inline constexpr std::string_view kScoringModel = "s1";

/// Scores a drill from its ledger alone: the same events, profile and head give the same scorecard,
/// byte for byte. The profile is the caller's choice, so that a stored drill can be scored by
/// another.
///
/// A ledger without `close` (the process was killed) is scored up to its last event and says so.
/// With a fault that never bit the verdict is `inconclusive`: there is nothing to be fair about.
/// InputError when the ledger does not start with `open`.
Scorecard score(const std::vector<Event>& events, const Profile& profile, std::string ledger_head);

}  // namespace mayday
