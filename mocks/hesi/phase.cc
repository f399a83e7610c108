#include "phase.h"

#include "mayday/base/check.h"

namespace mayday::hesi {

Phase phase_of(const Flow& flow) {
  if (!flow.active) return Phase::idle;
  switch (flow.state) {
    case FlowState::draft:
    case FlowState::rejected:
    case FlowState::nullified:
      return Phase::idle;
    case FlowState::pending:
    case FlowState::approving:
    case FlowState::paying:
    case FlowState::processing:
      return Phase::under_way;
    case FlowState::paid:
    case FlowState::archived:
      return Phase::finished;
  }
  broken("unhandled FlowState");
}

}  // namespace mayday::hesi
