#include "loans.h"

#include "phase.h"

namespace mayday::hesi {

const Flow* find_loan(const FlowShelf& flows, std::string_view package) {
  if (package.empty()) return nullptr;
  for (const Flow& flow : flows.all())
    if (flow.loan_package == package) return &flow;
  return nullptr;
}

Repayment repayment_of(const FlowShelf& flows, std::string_view package) {
  Repayment sum;
  for (const Flow& flow : flows.all()) {
    for (const WriteOff& part : flow.write_offs) {
      if (part.loan != package) continue;
      if (phase_of(flow) == Phase::under_way) sum.reserved += part.minor;
      if (phase_of(flow) == Phase::finished) sum.done += part.minor;
    }
  }
  return sum;
}

}  // namespace mayday::hesi
