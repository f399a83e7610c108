#include "mayday/faults/fault.h"

namespace mayday {

Fault::Fault(const FaultPlan& planned)
    : plan(planned),
      victims_(planned.victims.begin(), planned.victims.end()),
      spared_(planned.grace.spared.begin(), planned.grace.spared.end()),
      draw_name_("fault/" + planned.id) {}

bool Fault::hits(Seed seed, const std::string& person, const std::string& key, Instant now) const {
  if (now < spares_until_ && spared_.contains(person)) return false;
  if (plan.by_staff) return victims_.contains(person);
  return plan.per_mille >= 1000 || chance(draw(seed, draw_name_, key), plan.per_mille);
}

Stage Fault::stage(bool write) const {
  if (write) return plan.stage;
  switch (plan.stage) {
    case Stage::before_commit:
    case Stage::commit:
    case Stage::after_commit:
      return Stage::respond_head;
    case Stage::connect:
    case Stage::tls:
    case Stage::read_request:
    case Stage::auth:
    case Stage::state_read:
    case Stage::respond_head:
    case Stage::stream_body:
    case Stage::webhook:
      break;
  }
  return plan.stage;
}

}  // namespace mayday
