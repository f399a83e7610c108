#pragma once

#include <string>

#include "mayday/ledger/reader.h"
#include "mayday/scoring/scorecard.h"

namespace mayday {

/// The scorecard of a stored ledger, by its own profile or by `profile` (a name or a file's path).
Scorecard score_ledger(const StoredLedger& ledger, const std::string& profile);

/// The text of a profile for the ledger: a known name stays one, a path becomes what the file says.
std::string profile_text(const std::string& name_or_path);

/// 0 pass, 1 fail, 3 inconclusive or void.
int exit_code(const Scorecard& card);

}  // namespace mayday
