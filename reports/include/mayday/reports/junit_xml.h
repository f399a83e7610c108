#pragma once

#include <string>

#include "mayday/scoring/scorecard.h"

namespace mayday {

/// junit.xml: the drill as a suite. There is a case for the verdict, one for every gate and one for
/// every dimension. What a team fell short of is a `failure`; what nobody can judge (inconclusive,
/// void) is an `error`. A dimension fails only where a gate of its own broke, so that a drill which
/// passed has no red case. Score, interval, times and ledger head are properties of the suite. Fits
/// the schemas of Jenkins and of Ant; the latter has no word for a case that was skipped.
std::string junit_xml(const Scorecard& card);

}  // namespace mayday
