#include "make.h"
#include "mayday/faults/fault.h"

namespace mayday {
namespace {

class QuotaEffect final : public Effect {
 public:
  explicit QuotaEffect(const effects::Quota& plan) : plan_(plan) {}

 private:
  std::optional<Reply> act_at_once(Scene& scene) override {
    Duration since = scene.world.now() - scene.fault.armed_at();
    std::int64_t window = since / plan_.per;
    if (window != window_) used_ = 0;
    window_ = window;
    bool passed = ++used_ <= plan_.limit;
    scene.fault.judged(passed);
    if (passed) return std::nullopt;
    scene.bite();
    Reply reply(scene.failure(scene.x, 429));
    reply.response.headers.remove("retry-after");
    if (plan_.retry_after) {
      auto wait = std::chrono::ceil<std::chrono::seconds>(plan_.per * (window + 1) - since);
      reply.response.headers.set("retry-after", std::to_string(wait.count()));
    }
    return reply;
  }

  const effects::Quota& plan_;
  std::int64_t window_ = -1;
  std::int64_t used_ = 0;
};

}  // namespace

std::unique_ptr<Effect> make(const effects::Quota& plan) {
  return std::make_unique<QuotaEffect>(plan);
}

}  // namespace mayday
