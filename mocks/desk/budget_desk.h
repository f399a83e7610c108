#pragma once

#include "caller.h"
#include "hesi_client.h"

namespace mayday {

/// GET /api/budget: what the company's travel budget has left, as Hesi keeps it.
class BudgetDesk {
 public:
  explicit BudgetDesk(HesiClient& hesi) : hesi_(hesi) {}

  Task<Response> show(Caller caller);

 private:
  HesiClient& hesi_;
};

}  // namespace mayday
