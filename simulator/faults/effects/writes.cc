#include "make.h"

/// Writes that are told to be done and are not, or not whole. The member carries it out.
namespace mayday {
namespace {

class CommitEffect final : public Effect {
 public:
  explicit CommitEffect(Commit commit) : commit_(commit) {}

 private:
  std::optional<Reply> act_at_once(Scene& scene) override {
    scene.bite();
    scene.x.commit = commit_;
    return std::nullopt;
  }

  Commit commit_;
};

}  // namespace

std::unique_ptr<Effect> make(const effects::NoWrite&) {
  return std::make_unique<CommitEffect>(Commit::nothing);
}

std::unique_ptr<Effect> make(const effects::HalfWrite&) {
  return std::make_unique<CommitEffect>(Commit::half);
}

}  // namespace mayday
