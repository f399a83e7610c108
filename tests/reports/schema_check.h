#pragma once

#include <string>
#include <vector>

#include "mayday/base/json.h"

namespace mayday {

/// Where a value is not what the schema says, one line each; empty when it fits. Knows the words of
/// JSON Schema that docs/score.schema.json uses: type, enum, pattern, minimum, maximum, required,
/// properties, additionalProperties, items and local $ref.
std::vector<std::string> misfits(const json::value& value, const json::value& schema);

}  // namespace mayday
