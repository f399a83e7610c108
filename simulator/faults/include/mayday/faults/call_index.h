#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "mayday/base/member.h"
#include "mayday/base/time.h"

namespace mayday {

/// One call that the estate has seen.
struct CallRecord {
  Member member = Member::hesi;
  std::string operation;
  Instant at;
  bool failing = false;
  std::vector<std::string> faults;  ///< Ids of those that have altered it.
};

/// Every call of an estate by its request id, and how many ended how. Evidence is checked against
/// it and the ledger's tallies come from it. The oldest calls are forgotten past `kKept`.
class CallIndex {
 public:
  static constexpr std::size_t kKept = 500'000;

  /// Called once for each call that goes wrong, when it does.
  std::function<void(const std::string& id, const CallRecord& call, std::string_view outcome)>
      on_failing;

  void began(const std::string& id, Member member, std::string_view operation, Instant at);
  /// The call is being spoilt: its id is good evidence from now on. `outcome` says how, `fault` by
  /// which fault; empty: by nobody knows what.
  void failing(const std::string& id, std::string_view outcome, std::string_view fault = {});
  /// The call has ended: `outcome` is its status, or a CallError's name.
  void ended(Member member, std::string_view operation, std::string_view outcome, Duration latency);

  /// Null for an id nobody has used.
  const CallRecord* find(const std::string& id) const;

  struct Count {
    std::int64_t count = 0;
    std::vector<std::int64_t> latencies;  ///< One for each bound of kTallyBounds, and the rest.
  };
  struct Key {
    Member member;
    std::string operation;
    std::string outcome;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  /// What has ended since the last time, and starts counting anew.
  std::map<Key, Count> take_tally() { return std::exchange(tally_, {}); }
  /// (all, failed); failed: no answer, or 500 and up.
  using Totals = std::pair<std::int64_t, std::int64_t>;
  /// All calls of a member's that have ended so far.
  Totals totals(Member member) const { return totals_[static_cast<std::size_t>(member)]; }
  /// Counts one of a member's operations by itself from now on.
  void watch(Member member, std::string operation);
  /// Nothing for an operation that is not watched.
  Totals totals(Member member, std::string_view operation) const;

 private:
  std::unordered_map<std::string, CallRecord> calls_;  // looked up, never walked
  std::deque<const std::string*> order_;               // keys of `calls_`, oldest first
  std::map<Key, Count> tally_;
  struct Watched {
    Member member;
    std::string operation;
    Totals totals;
  };
  static void add(Totals& totals, bool failed);

  Totals totals_[kMembers] = {};
  std::vector<Watched> watched_;
};

}  // namespace mayday
