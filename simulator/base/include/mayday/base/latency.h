#pragma once

#include <cstdint>

#include "mayday/base/effects.h"
#include "mayday/base/time.h"

namespace mayday {

/// The time that a draw gives. Whole numbers throughout, so that every compiler draws alike: normal
/// quantiles come from a table of 257 points and are straight in between (off by less than 0.01
/// standard deviations from the 0.4th to the 99.6th percentile; nothing lies further out than 3.3).
Duration sample(const Latency& latency, std::uint64_t drawn);

}  // namespace mayday
