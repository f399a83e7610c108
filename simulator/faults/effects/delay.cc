#include "endings.h"
#include "make.h"
#include "mayday/base/latency.h"
#include "mayday/faults/fault.h"

namespace mayday {
namespace {

class DelayEffect final : public Effect {
 public:
  explicit DelayEffect(const effects::Delay& plan) : plan_(plan) {}

  Task<std::optional<Reply>> act(Scene& scene) override {
    scene.bite();
    Duration time = sample(plan_.time, scene.drawn);
    bool healed = co_await scene.world.wait(scene.fault.healed(), time);
    co_return healed ? end_with(scene.fault.plan.heal) : std::nullopt;
  }

  Task<Fate> deliver(Delivering& message) override {
    message.bite();
    Duration time = sample(plan_.time, message.drawn);
    co_await message.world.wait(message.fault.healed(), time);
    co_return Fate{};
  }

 private:
  const effects::Delay& plan_;
};

class HangEffect final : public Effect {
 public:
  explicit HangEffect(const effects::Hang& plan) : plan_(plan) {}

  Task<std::optional<Reply>> act(Scene& scene) override {
    scene.bite();
    bool healed = co_await scene.world.wait(scene.fault.healed(), plan_.time);
    co_return end_with(healed ? scene.fault.plan.heal : plan_.then);
  }

 private:
  const effects::Hang& plan_;
};

}  // namespace

std::unique_ptr<Effect> make(const effects::Delay& plan) {
  return std::make_unique<DelayEffect>(plan);
}

std::unique_ptr<Effect> make(const effects::Hang& plan) {
  return std::make_unique<HangEffect>(plan);
}

}  // namespace mayday
