#include <algorithm>

#include "make.h"
#include "mayday/faults/fault.h"

/// Who is let in: the vendor decides by what the exchange says is accepted.
namespace mayday {
namespace {

class AcceptAuthEffect final : public Effect {
 public:
  explicit AcceptAuthEffect(const effects::AcceptAuth& plan) : plan_(plan) {}

  /// Accepted is what all such faults accept.
  bool restrict_callers(Exchange& x, const Fault&) override {
    const std::vector<std::string>& mine = plan_.versions;
    if (x.accepted_auth.empty()) {
      x.accepted_auth = mine;
    } else {
      std::erase_if(x.accepted_auth, [&](const std::string& version) {
        return std::find(mine.begin(), mine.end(), version) == mine.end();
      });
      if (x.accepted_auth.empty()) x.accepted_auth.emplace_back("none");
    }
    return true;
  }

 private:
  const effects::AcceptAuth& plan_;
};

class RevokeEffect final : public Effect {
 public:
  bool restrict_callers(Exchange& x, const Fault& fault) override {
    x.tokens_since = std::max(x.tokens_since, fault.armed_at());
    return true;
  }
};

}  // namespace

std::unique_ptr<Effect> make(const effects::AcceptAuth& plan) {
  return std::make_unique<AcceptAuthEffect>(plan);
}

std::unique_ptr<Effect> make(const effects::Revoke&) { return std::make_unique<RevokeEffect>(); }

}  // namespace mayday
