#pragma once

#include <concepts>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "mayday/base/member.h"
#include "mayday/base/money.h"
#include "mayday/base/time.h"
#include "mayday/faults/exchange.h"
#include "mayday/world/http.h"
#include "mayday/world/peer.h"

namespace mayday {

/// What a vendor makes of a call: an answer at once (a read, a refusal), or a write still to be
/// done. The fault engine decides whether and when the write happens; it may be long after
/// `handle`, so the write checks its own preconditions again.
class Handled {
 public:
  /// Carries out as much as `commit` says and answers as if all were done. Most writes are done
  /// whole or refused, and take no notice of it.
  using Write = std::function<Response(Instant now, Commit commit)>;

  Handled(Response at_once)
      : answer(std::move(at_once)) {}  // NOLINT: a plain answer is the common case

  template <class Work>
  static Handled writing(Work work) {
    Handled handled{Response{}};
    if constexpr (std::invocable<Work&, Instant, Commit>) {
      handled.write = std::move(work);
    } else {
      handled.write = [work = std::move(work)](Instant now, Commit) mutable { return work(now); };
    }
    return handled;
  }

  Response answer;
  Write write;        ///< Empty: `answer` is the answer.
  std::string order;  ///< The caller's own number of what the write begins; empty: none.
};

/// A message that a vendor sends of its own accord.
class Push {
 public:
  Push(Peer receiver, Request message, std::string name)
      : to(receiver), request(std::move(message)), operation(std::move(name)) {}

  Peer to;
  Request request;
  std::string operation;  ///< As the contract calls it, "outboundApprovalEvent".
  std::string person;
  std::string order;    ///< The number that whoever began it has given what this is about.
  std::string subject;  ///< Messages of one subject are delivered one after the other.
  std::string id;       ///< The vendor's own name of it, for `Vendor::delivered`.
  std::vector<Duration> retry_after;  ///< Pauses before each further attempt; empty: sent once.
};

/// What came of one attempt to deliver a push.
struct PushAttempt {
  bool last;  ///< The push has no attempt left after this one.
  Instant began;
  Instant ended;
  CallResult result;
};

/// A vendor's or the desk's own record of one operation, for reconciliation. `key` is the desk's
/// order number, which every vendor stores in its own place; without one, the vendor's id.
struct BookEntry {
  std::string what;  ///< claim | flight | room | payment.
  std::string key;
  std::string id;
  std::string state;  ///< claim: open approved rejected; flight, room: booked cancelled; payment:
                      ///< open captured refunded failed.
  Money amount;
};

/// How a vendor acts: plain, synchronous, deterministic, one estate's, on the estate's thread. It
/// knows no socket, no clock and no fault: it is asked, it answers, and it says when it next has
/// something to do by itself.
class Vendor {
 public:
  virtual ~Vendor() = default;

  virtual Member member() const = 0;

  /// Names route, operation, values, person and `write` from the request alone. An unknown route
  /// leaves `route` at -1; `handle` then answers in the vendor's form.
  virtual void identify(Exchange& x) const = 0;

  /// A refusal, or nothing when the caller may go on. Heeds `x.accepted_auth`.
  virtual std::optional<Response> authenticate(Exchange& x, Instant now) = 0;

  virtual Handled handle(Exchange& x, Instant now) = 0;

  /// The vendor's own form of a failure with this HTTP status, for faults that answer with one.
  virtual Response failure(const Exchange& x, int status) const = 0;

  /// When `advance` next has something to do; kNever: not before another call.
  virtual Instant next_due() const { return kNever; }

  /// Does what is due by `now` (a document moves on, an offer runs out) and returns what is to be
  /// sent.
  virtual std::vector<Push> advance(Instant now) {
    static_cast<void>(now);
    return {};
  }

  /// Hears of every attempt to deliver. True: the receiver has taken the message, no further
  /// attempt.
  virtual bool delivered(const Push& push, const PushAttempt& attempt) {
    static_cast<void>(push);
    return attempt.result && attempt.result->status / 100 == 2;
  }

  /// Signs a message anew whose body has been changed on its way. Nothing for a vendor whose
  /// messages bear no signature.
  virtual void sign(Push& push) const { static_cast<void>(push); }

  virtual std::vector<BookEntry> books() const = 0;
};

}  // namespace mayday
