#pragma once

#include <optional>
#include <string>

#include "mayday/faults/exchange.h"
#include "problems.h"
#include "tokens.h"

namespace mayday::hotel {

/// What an answer repeats from its request. Copied into writes, which may run long after the
/// request.
struct Stamp {
  explicit Stamp(const Exchange& x);

  std::string
      request_id;  ///< 14 letters and digits; the same for the same request id of the caller.
  std::string client_ref;  ///< Ama-Client-Ref, echoed; or empty.
  std::string base;        ///< "http://host", for the links in answers.
};

/// Every call comes in and leaves by the door: it counts requests, checks route, token and content
/// type in the documented order, and puts on every answer the fields that all of them bear.
class Door {
 public:
  Door(std::int64_t rate_limit, std::int64_t starts, Tokens& tokens)
      : rate_limit_(rate_limit), starts_(starts), tokens_(tokens) {}

  /// Nothing when the caller may go on. `is_open` is true for calls that need no token.
  std::optional<Response> check(Exchange& x, bool is_open, Instant now);

  Response answer(const Stamp& stamp, int status, std::string body) const;
  Response refuse(const Stamp& stamp, const Problem& problem) const;
  /// In the token service's own form and content type.
  Response token_answer(const Stamp& stamp, int status, std::string body) const;

  std::chrono::sys_time<Duration> wall(Instant at) const {
    return std::chrono::sys_time<Duration>{std::chrono::seconds{starts_} + at.since_start};
  }

 private:
  bool take(Instant now);
  std::optional<Problem> token_problem(Exchange& x, Instant now) const;

  std::int64_t rate_limit_;
  std::int64_t starts_;
  Tokens& tokens_;
  std::int64_t second_ = -1;  // of the drill
  std::int64_t used_ = 0;     // of that second's limit
};

}  // namespace mayday::hotel
