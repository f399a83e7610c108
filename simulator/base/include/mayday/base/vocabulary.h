#pragma once

#include <string>
#include <vector>

#include "mayday/base/plan.h"

namespace mayday {

/// The id of the term that a person meant by an id, a title or a synonym; the text itself when the
/// picklist has none such. Upper and lower case ASCII letters are the same.
std::string term_id(const std::vector<Term>& terms, const std::string& text);

/// Whether the picklist has a term that a person may have meant by this.
bool has_term(const std::vector<Term>& terms, const std::string& text);

}  // namespace mayday
