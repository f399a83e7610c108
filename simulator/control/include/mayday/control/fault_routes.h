#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "mayday/base/fault_plan.h"
#include "mayday/drill/drill.h"
#include "mayday/world/http.h"

namespace mayday {

/// The facilitator's hands on the faults while traffic flows. Part of the control door.
///
///   GET    /v1/faults      every fault and how it stands
///   POST   /v1/faults      one fault in the scenario language, YAML or JSON; without `at` at once.
///                          One of the same id that has not ended is replaced.
///   DELETE /v1/faults/ID   ends it at once
///   POST   /v1/cues/ID     starts the fault that waits for this cue
///   POST   /v1/stop        emergency stop: every fault ends at once and none begins any more
///   POST   /v1/release     the end of that
class FaultRoutes {
 public:
  struct Hands {
    /// Reads a fault; InputError says what is wrong with the text.
    std::function<FaultPlan(const std::string& text)> read;
    /// Keeps beyond the life of this process that the emergency stop holds, or no more.
    std::function<void(bool holds)> keep_stop;
  };

  FaultRoutes(Drill& drill, Hands hands) : drill_(drill), hands_(std::move(hands)) {}

  /// Whether the request is one of these.
  static bool knows(std::string_view path);
  Response answer(const Request& request, std::string_view path);
  json::array list() const;

 private:
  Response add(const std::string& text);
  Response heal(const std::string& id);
  Response cue(const std::string& id);
  Response stop(bool holds);

  Drill& drill_;
  Hands hands_;
};

}  // namespace mayday
