#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mayday/base/member.h"
#include "mayday/base/plan.h"
#include "mayday/base/time.h"
#include "mayday/world/http.h"
#include "mayday/world/router.h"

namespace mayday {

/// Who is behind a call, as far as the caller has said so out of band (see Origins). Never on the
/// wire.
class Origin {
 public:
  Origin() = default;

  std::vector<std::int64_t>
      journeys;  ///< Ordinals of the journeys the call serves; empty: none known.
  std::string staff;
  std::string department;
  Client client = Client::pc;
  std::string key;  ///< The call's name: journey, step, attempt. Keyed draws use it.
};

/// How much of a write is carried out.
enum class Commit : std::uint8_t { whole, half, nothing };

/// One call at a vendor, from its first byte to its last; also a message that one sends, and a step
/// inside the desk.
class Exchange {
 public:
  Exchange(Member at, Request asked, Instant when, std::int64_t epoch)
      : vendor(at), request(std::move(asked)), target(request.target), began(when), starts(epoch) {}

  Member vendor;
  Request request;
  Target target;
  Instant began;
  std::int64_t starts;  ///< Seconds since 1970 at drill time zero.

  // Named by the vendor in `identify`.
  int route = -1;                   ///< The vendor's own number for the operation.
  std::string_view operation;       ///< Operation id of the contract; lives as long as the program.
  std::vector<std::string> values;  ///< Of the path's parameters.
  std::string person;               ///< Staff id whom the call is about, or empty.
  bool write = false;               ///< Changes something: has commit stages of its own.

  // Known from the caller.
  std::string id;  ///< The caller's x-request-id, or one of ours.
  Origin origin;

  std::string key;  ///< What keyed draws know the call by; the engine gives it.

  Commit commit = Commit::whole;
  std::optional<CallError> turned_away;  ///< A step out of the desk: it found the door so.

  /// Tokens from before are dead; the vendor sets `auth_refused` as below.
  Instant tokens_since{Duration::min()};
  /// Auth versions that are accepted just now, while an accept-auth fault is active; empty: the
  /// vendor's own rule. The vendor sets `auth_refused` when the call would have passed without it.
  std::vector<std::string> accepted_auth;
  bool auth_refused = false;

  /// Whom the call is about, or else who made it; empty: nobody known.
  const std::string& acting() const { return person.empty() ? origin.staff : person; }

  /// What makes two calls the same one, come again: all but when, and with which token.
  std::string content() const;

  /// Seconds since 1970 at `at`, for time stamps that a vendor writes.
  std::chrono::nanoseconds wall(Instant at) const {
    return std::chrono::seconds{starts} + at.since_start;
  }
};

}  // namespace mayday
