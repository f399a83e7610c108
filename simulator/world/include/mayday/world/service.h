#pragma once

#include "mayday/world/http.h"
#include "mayday/world/task.h"

namespace mayday {

/// Something that answers requests. Runs on the estate's thread; several exchanges are under way at
/// once, each its own coroutine, and a caller's hang-up never cancels one.
class Service {
 public:
  virtual ~Service() = default;
  virtual Task<Reply> serve(Request request) = 0;
};

}  // namespace mayday
