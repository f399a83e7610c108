#include "make.h"

namespace mayday {
namespace {

/// At a vendor the engine sets the world's door and nothing is left to do. At an inner point of the
/// desk, a way out of the house, each call finds the door for itself.
class DoorEffect final : public Effect {
 public:
  explicit DoorEffect(const effects::Door& plan) : plan_(plan) {}

 private:
  std::optional<Reply> act_at_once(Scene& scene) override {
    scene.bite();
    scene.x.turned_away = plan_.flaw == DoorFlaw::refused ? CallError::refused : CallError::tls;
    return Reply(Delivery::close);
  }

  const effects::Door& plan_;
};

}  // namespace

std::unique_ptr<Effect> make(const effects::Door& plan) {
  return std::make_unique<DoorEffect>(plan);
}

}  // namespace mayday
