#include "endings.h"

#include "make.h"
#include "mayday/base/check.h"

namespace mayday {
namespace {

/// The call ends without an answer, with FIN or RST.
class Ending final : public Effect {
 public:
  explicit Ending(Delivery how) : how_(how) {}

 private:
  std::optional<Reply> act_at_once(Scene& scene) override {
    scene.bite();
    return Reply(how_);
  }

  Delivery how_;
};

}  // namespace

std::optional<Reply> end_with(Sequel sequel) {
  switch (sequel) {
    case Sequel::answer:
      return std::nullopt;
    case Sequel::close:
      return Reply(Delivery::close);
    case Sequel::reset:
      return Reply(Delivery::reset);
  }
  broken("unhandled Sequel");
}

std::unique_ptr<Effect> make(const effects::Close&) {
  return std::make_unique<Ending>(Delivery::close);
}

std::unique_ptr<Effect> make(const effects::Reset&) {
  return std::make_unique<Ending>(Delivery::reset);
}

}  // namespace mayday
