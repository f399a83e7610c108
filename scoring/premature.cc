#include <algorithm>
#include <map>
#include <tuple>

#include "mayday/scoring/body.h"
#include "mayday/scoring/facts.h"

namespace mayday {
namespace {

/// Claims that the measurements refute, each once: what is said again soon after is the same claim.
class ClaimCheck {
 public:
  ClaimCheck(const Findings& found, const Profile& profile) : found_(found), profile_(profile) {}

  std::vector<Charge> run() {
    std::vector<std::tuple<Instant, int, std::string>> all;
    for (const Filed& claim : found_.log.claims)
      all.emplace_back(claim.t, claim.incident, text_in(claim.action.body, "what"));
    for (std::size_t n = 0; n < found_.notices.size(); ++n)
      if (found_.notices[n].recovered)
        all.emplace_back(found_.notices[n].at, found_.log.notices[n].incident, "recovered");
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return std::get<0>(a) < std::get<0>(b); });
    for (const auto& [at, incident, what] : all) judge(at, incident, what);
    return std::move(premature_);
  }

 private:
  void judge(Instant at, int incident, const std::string& what) {
    for (std::size_t fault : faults_of(found_.attribution, incident)) {
      const Measured& measured = found_.measured[fault];
      const auto& spans = what == "mitigated" ? measured.mitigated_spans : measured.recovered_spans;
      if (at < measured.onset || within(spans, at, measured.delta)) continue;
      auto [last, fresh] = last_.try_emplace(what + "/" + measured.fault, at);
      bool again = !fresh && at - last->second <= profile_.slacks.same_claim;
      last->second = at;
      if (again) continue;
      premature_.push_back({what + " at " + to_clock(at), at});
      return;
    }
  }

  const Findings& found_;
  const Profile& profile_;
  std::map<std::string, Instant> last_;
  std::vector<Charge> premature_;
};

}  // namespace

std::vector<Charge> premature_claims(const Findings& found, const Profile& profile) {
  return ClaimCheck(found, profile).run();
}

}  // namespace mayday
