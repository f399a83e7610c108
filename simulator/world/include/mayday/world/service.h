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

  /// What a request is told that the listener refuses unread: too long (413, 431), too slow (408)
  /// or not HTTP as we take it (400, 501, 505). The connection closes after it.
  virtual Response turn_away(int status) { return Response(status); }
};

}  // namespace mayday
