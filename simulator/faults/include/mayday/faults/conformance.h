#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "mayday/faults/exchange.h"
#include "mayday/world/http.h"

namespace mayday {

/// A way in which a client treats a vendor worse than it should.
enum class Misconduct : std::uint8_t {
  retry_after_ignored,  ///< Asked again before the time that the vendor had named.
  no_back_off,          ///< Asked a third time or more without waiting longer than before.
  key_missing,          ///< Repeated a write that wants an idempotency key without one.
  key_changed,          ///< Repeated a failed write under another key: it may be done twice.
  retry_storm,          ///< In a minute of sixty calls or more, over half were repeats.
  stale_token           ///< Used a token again after it had been refused three times.
};
BOOST_DESCRIBE_ENUM(Misconduct, retry_after_ignored, no_back_off, key_missing, key_changed,
                    retry_storm, stale_token)

/// Watches how whatever calls the vendors behaves when they fail. Calls that go well cost nothing
/// as long as none has failed. Remembers at most `kKept` failed requests.
class Conformance {
 public:
  static constexpr std::size_t kKept = 50'000;

  struct Kind {
    Misconduct what;
    Member member;
    std::string operation;
    friend auto operator<=>(const Kind&, const Kind&) = default;
  };
  /// Hears of the first case of each kind, with the id of the call. May be empty.
  std::function<void(const Kind& kind, const std::string& id)> on_first;

  /// A call has been answered, or left without an answer.
  void see(const Exchange& x, const Reply& reply, Instant now);

  /// How many cases of each kind there were.
  const std::map<Kind, std::int64_t>& counts() const { return counts_; }

 private:
  /// A request that has failed and may come again.
  struct Failed {
    Instant at;
    Instant not_before{Duration::min()};  ///< What Retry-After said.
    Duration gap{0};                      ///< Between its last two attempts.
    std::int64_t repeats = 0;
    std::string key;  ///< Idempotency key.
  };
  struct Minute {
    std::int64_t number = -1;
    std::int64_t calls = 0;
    std::int64_t repeats = 0;
  };

  void judge_repeat(const Exchange& x, Failed& before);
  void judge_token(const Exchange& x, bool refused);
  void judge_minute(const Exchange& x, bool repeat);
  void note(Misconduct what, const Exchange& x);

  std::unordered_map<std::string, Failed> failed_;          // looked up, never walked
  std::unordered_map<std::string, std::int64_t> refusals_;  // of a token, in a row
  std::map<Member, Minute> minutes_;
  std::map<Kind, std::int64_t> counts_;
};

}  // namespace mayday
