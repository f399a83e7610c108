#include "mayday/faults/effect.h"

#include "effects/make.h"

namespace mayday {

Task<std::optional<Reply>> Effect::act(Scene& scene) { co_return act_at_once(scene); }

std::optional<Reply> Effect::act_at_once(Scene&) { return std::nullopt; }

Task<Fate> Effect::deliver(Delivering&) { co_return Fate{}; }

bool Effect::restrict_callers(Exchange&, const Fault&) { return false; }

void Effect::observe(const Exchange&, const Reply&, Instant) {}

std::unique_ptr<Effect> make_effect(const EffectPlan& plan) {
  return std::visit([](const auto& one) { return make(one); }, plan.any);
}

}  // namespace mayday
