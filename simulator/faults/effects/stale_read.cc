#include <deque>
#include <unordered_map>

#include "make.h"

namespace mayday {
namespace {

constexpr std::size_t kMostCalls = 20'000;
constexpr std::size_t kMostVersions = 64;

/// A cache that is not kept fresh: it answers with what it saw `age` ago.
class StaleReadEffect final : public Effect {
 public:
  explicit StaleReadEffect(const effects::StaleRead& plan) : plan_(plan) {}

  bool observes() const override { return true; }

  void observe(const Exchange& x, const Reply& reply, Instant now) override {
    if (x.write || reply.delivery != Delivery::whole || reply.response.status / 100 != 2) return;
    std::string asked = x.content();
    if (!known_.contains(asked) && known_.size() >= kMostCalls) return;
    std::deque<Version>& versions = known_[asked];
    if (!versions.empty() && versions.back().response.body == reply.response.body) return;
    versions.push_back({now, reply.response});
    while (versions.size() > 1 &&
           (versions[1].since <= now - plan_.age || versions.size() > kMostVersions))
      versions.pop_front();
  }

 private:
  struct Version {
    Instant since;
    Response response;
  };

  std::optional<Reply> act_at_once(Scene& scene) override {
    auto found = known_.find(scene.x.content());
    if (found == known_.end()) return std::nullopt;  // nothing old is known: the first is fresh
    const std::deque<Version>& versions = found->second;
    const Version* served = &versions.front();
    for (const Version& version : versions)
      if (version.since <= scene.world.now() - plan_.age) served = &version;
    scene.bite();
    return Reply(served->response);
  }

  const effects::StaleRead& plan_;
  std::unordered_map<std::string, std::deque<Version>> known_;  // looked up, never walked
};

}  // namespace

std::unique_ptr<Effect> make(const effects::StaleRead& plan) {
  return std::make_unique<StaleReadEffect>(plan);
}

}  // namespace mayday
