#include "make.h"

namespace mayday {
namespace {

class StatusEffect final : public Effect {
 public:
  explicit StatusEffect(const effects::Status& plan) : plan_(plan) {}

 private:
  std::optional<Reply> act_at_once(Scene& scene) override {
    scene.bite();
    Reply reply(scene.failure(scene.x, plan_.status));
    if (!plan_.body.empty()) reply.response.body = plan_.body;
    for (const NameValue& field : plan_.headers)
      reply.response.headers.set(field.name, field.value);
    return reply;
  }

  const effects::Status& plan_;
};

}  // namespace

std::unique_ptr<Effect> make(const effects::Status& plan) {
  return std::make_unique<StatusEffect>(plan);
}

}  // namespace mayday
