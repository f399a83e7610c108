#pragma once

#include <string>
#include <unordered_map>

#include "mayday/faults/exchange.h"

namespace mayday {

/// What the estate knows of its callers by their request ids, out of band: nothing of it is on the
/// wire. A caller registers an id before the call; the engine looks it up once, when the call
/// arrives.
class Origins {
 public:
  void add(const std::string& request_id, Origin origin) { known_[request_id] = std::move(origin); }
  /// For a caller that is done with the id; looking it up later finds nothing.
  void forget(const std::string& request_id) { known_.erase(request_id); }
  /// The caller's origin; an empty one for a caller from outside.
  Origin find(const std::string& request_id) const {
    auto found = known_.find(request_id);
    return found == known_.end() ? Origin{} : found->second;
  }

 private:
  std::unordered_map<std::string, Origin> known_;  // looked up, never walked
};

}  // namespace mayday
