#pragma once

#include <set>
#include <string>

#include "caller.h"
#include "hesi_client.h"
#include "sessions.h"

namespace mayday {

/// POST /api/login: who somebody is, only Hesi knows.
class LoginDesk {
 public:
  /// `managers` are the staff ids of those who approve. All that is referred to outlives the desk.
  LoginDesk(HesiClient& hesi, Sessions& sessions, VendorCalls& calls, Meters& meters,
            std::set<std::string> managers)
      : hesi_(hesi),
        sessions_(sessions),
        calls_(calls),
        meters_(meters),
        managers_(std::move(managers)) {}

  Task<Response> log_in(json::object wish, Caller caller);

 private:
  HesiClient& hesi_;
  Sessions& sessions_;
  VendorCalls& calls_;
  Meters& meters_;
  std::set<std::string> managers_;
};

}  // namespace mayday
