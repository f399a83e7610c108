#include "mayday/faults/passage.h"

#include <string>

#include "mayday/base/check.h"

namespace mayday {

Task<std::optional<Reply>> Passage::pass(std::span<const Stage> stages, Reply* reply) {
  for (Stage stage : stages) {
    for (Fault* fault : hits_) {
      if (fault->stage(x_.write) != stage || !fault->active()) continue;
      std::optional<Reply> end = co_await act(*fault, reply);
      if (end) co_return end;
    }
  }
  co_return std::nullopt;
}

Task<std::optional<Reply>> Passage::act(Fault& fault, Reply* reply) {
  std::function<void()> bite_it = [this, &fault] { bite(fault); };
  Scene scene{desk_.world, x_, fault, fault.draw_for(x_), failure_, reply, bite_it};
  std::optional<Reply> end = co_await fault.effect->act(scene);
  desk_.engine.count_passes(fault);
  co_return end;
}

void Passage::bite(Fault& fault) {
  desk_.engine.bite(fault, x_);
  desk_.calls.failing(x_.id, fault.plan.effect.name(), fault.plan.id);
}

void Passage::restrict_callers() {
  for (Fault* fault : hits_)
    if (fault->active() && fault->effect->restrict_callers(x_, *fault)) judges_.push_back(fault);
}

/// Of several the last is the strictest.
void Passage::judge_caller() {
  if (judges_.empty()) return;
  if (x_.auth_refused) bite(*judges_.back());
  for (Fault* fault : judges_) {
    fault->judged(!x_.auth_refused);
    desk_.engine.count_passes(*fault);
  }
}

std::string outcome_of(const Reply& reply) {
  switch (reply.delivery) {
    case Delivery::whole:
      return std::to_string(reply.response.status);
    case Delivery::cut:
      return std::string(to_text(reply.cut_resets ? CallError::reset : CallError::closed));
    case Delivery::garbage:
      return std::string(to_text(CallError::malformed));
    case Delivery::close:
      return std::string(to_text(CallError::closed));
    case Delivery::reset:
      return std::string(to_text(CallError::reset));
  }
  broken("unhandled Delivery");
}

}  // namespace mayday
