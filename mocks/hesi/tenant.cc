#include "tenant.h"

#include "fixtures.h"

namespace mayday::hesi {

Tenant::Tenant(const EstatePlan& estate, std::int64_t epoch_seconds, SignRs256 sign,
               HesiSettings set)
    : settings(std::move(set)),
      starts(epoch_seconds),
      epoch(epoch_seconds),
      people(estate),
      tokens(epoch_seconds, std::move(sign)),
      outbox(settings) {
  load_fixtures(*this);
}

}  // namespace mayday::hesi
