#pragma once

#include "mayday/base/effects.h"
#include "tree.h"

namespace mayday::reader {

/// Reads a time, 3s or {fixed: 3s}, or a distribution: {uniform: [1s, 5s]},
/// {normal: {mean: 3s, deviation: 1s}}, {lognormal: {median: 2s, p95: 12s}}.
Latency read_latency(const Node& node);

}  // namespace mayday::reader
