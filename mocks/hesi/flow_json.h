#pragma once

#include <cstdint>

#include "directory.h"
#include "flow.h"
#include "mayday/base/json_text.h"
#include "mayday/world/http.h"

namespace mayday::hesi {

/// How instants look outside: milliseconds since 1970.
class Epoch {
 public:
  explicit Epoch(std::int64_t starts) : starts_(starts) {}
  std::int64_t ms(Instant at) const { return starts_ * 1000 + at.since_start / 1ms; }

 private:
  std::int64_t starts_;
};

/// A document as flowDetails and the lists show it, as the next value of `out`.
void write_flow(JsonText& out, const Flow& flow, const Directory& people, Epoch epoch);

/// The answer to every call that changes a document.
Response written(const Flow& flow, const Directory& people, Epoch epoch);

/// A row of allLogs.
void write_task(JsonText& out, const Flow& flow, const Task& task, Epoch epoch);

}  // namespace mayday::hesi
