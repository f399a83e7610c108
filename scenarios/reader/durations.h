#pragma once

#include "mayday/base/time.h"
#include "tree.h"

namespace mayday::reader {

/// "90s", "5m30s", "2h", "250ms", "1.5s": units in falling order, each once, a fraction only in the
/// last part. Exact; at most 366 days. Throws with how to mend what is wrong.
Duration read_duration(const Node& node);

/// A duration that must be more than nothing.
Duration read_length(const Node& node);

/// A time that an effect takes: at most a day. `read_positive_time`: and more than nothing.
Duration read_time(const Node& node);
Duration read_positive_time(const Node& node);

/// "20/min", "2/s", "6/h".
struct Rate {
  std::int64_t count = 0;
  Duration per{0};
};
Rate read_rate(const Node& node);

}  // namespace mayday::reader
