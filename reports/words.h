#pragma once

#include <string_view>

#include "mayday/base/text.h"

namespace mayday {

/// A label of the reports in both languages, from the one table in words.cc. An unknown key is a
/// broken invariant.
Text word(std::string_view key);

/// What a name of the ledger or the model is called, "scope.name" in the table; the name itself
/// when the table does not know it, so that a scenario's own names show as they are.
Text name_of(std::string_view scope, std::string_view name);

}  // namespace mayday
