#include "make.h"
#include "mayday/faults/fault.h"
#include "mayday/faults/vendor.h"

/// What may happen to a message that a vendor sends of its own accord.
namespace mayday {
namespace {

class LoseEffect final : public Effect {
 public:
  Task<Fate> deliver(Delivering& message) override {
    message.bite();
    Fate lost;
    lost.sent = false;
    co_return lost;
  }
};

class DuplicateEffect final : public Effect {
 public:
  explicit DuplicateEffect(const effects::Duplicate& plan) : plan_(plan) {}

  Task<Fate> deliver(Delivering& message) override {
    message.bite();
    Fate twice;
    twice.copies = plan_.copies;
    twice.between = plan_.after;
    co_return twice;
  }

 private:
  const effects::Duplicate& plan_;
};

class ReorderEffect final : public Effect {
 public:
  explicit ReorderEffect(const effects::Reorder& plan) : plan_(plan) {}

  Task<Fate> deliver(Delivering& message) override {
    message.bite();
    co_await message.world.wait(*message.overtaken, plan_.at_most);
    co_return Fate{};
  }

 private:
  const effects::Reorder& plan_;
};

/// The last hexadecimal digit of each signature becomes another.
class BadSignatureEffect final : public Effect {
 public:
  Task<Fate> deliver(Delivering& message) override {
    Headers changed;
    bool found = false;
    for (const auto& [name, value] : message.push.request.headers) {
      std::string text = value;
      if (name.find("signature") != std::string::npos && !text.empty()) {
        text.back() = text.back() == '0' ? '1' : '0';
        found = true;
      }
      changed.add(name, std::move(text));
    }
    if (found) message.bite();
    message.push.request.headers = std::move(changed);
    co_return Fate{};
  }
};

}  // namespace

std::unique_ptr<Effect> make(const effects::Lose&) { return std::make_unique<LoseEffect>(); }
std::unique_ptr<Effect> make(const effects::Duplicate& plan) {
  return std::make_unique<DuplicateEffect>(plan);
}
std::unique_ptr<Effect> make(const effects::Reorder& plan) {
  return std::make_unique<ReorderEffect>(plan);
}
std::unique_ptr<Effect> make(const effects::BadSignature&) {
  return std::make_unique<BadSignatureEffect>();
}

}  // namespace mayday
