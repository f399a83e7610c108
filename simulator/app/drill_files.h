#pragma once

#include <string>
#include <vector>

#include "mayday/catalogue/catalogue.h"

namespace mayday {

/// Every ledger.jsonl in or below the folder, by path; links are not followed. InputError when
/// there is no such folder.
std::vector<LedgerFile> ledgers_below(const std::string& folder);

/// Brings the catalogue up to date with these ledgers of the folder: scores what is new or has
/// changed, each by its own profile, and forgets what is gone. Returns a line for each ledger that
/// was left out: a drill that still runs or was cut off, or a file that is no sound ledger.
std::vector<std::string> bring_up_to_date(Catalogue& catalogue, const std::string& folder,
                                          const std::vector<LedgerFile>& ledgers);

}  // namespace mayday
