#pragma once

#include <string>

#include "mayday/scoring/scorecard.h"

namespace mayday {

/// score.json: the whole scorecard for programs, as docs/score.schema.json describes it. Points are
/// decimals of a point, shares lie in 0..1, times are seconds since the drill began (null: never)
/// with a clock beside them. Pretty-printed with a stable member order: the same scorecard gives
/// the same bytes, and text is always valid UTF-8 in which control and direction characters are
/// escaped.
std::string score_json(const Scorecard& card);

}  // namespace mayday
