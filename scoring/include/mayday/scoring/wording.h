#pragma once

#include <string_view>
#include <vector>

#include "mayday/base/time.h"
#include "mayday/scoring/scorecard.h"

namespace mayday {

/// What the words of a notice say.
struct Wording {
  std::vector<WordsFound> found;  ///< In the order of the elements; each element at most once.
  Instant eta = kNever;           ///< When users are served again, as the text has it.
};

/// Reads free text by the phrases of `language` ("zh", "en"; "": of either). An element that needs
/// a time is there only when that time parses. A clause that only hopes for recovery does not claim
/// it. Times of day are the company's (the pattern pack says which), and an estimate means the next
/// such time after `issued`. Text beyond 4 KiB is not read.
Wording read_wording(std::string_view text, std::string_view language, Instant issued,
                     std::int64_t starts);

}  // namespace mayday
