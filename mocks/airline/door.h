#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "mayday/airline/airline.h"
#include "problems.h"

namespace mayday::airline {

/// What an answer repeats from its request. Copied into writes, which may run long after the
/// request.
struct Stamp {
  explicit Stamp(const Exchange& x);

  std::string request_id;
  std::string correlation_id;  ///< Of the client, echoed; or empty.
};

/// Every call comes in and leaves by the door: it counts requests, checks the header fields in the
/// documented order, and puts on every answer the fields that all of them bear.
class Door {
 public:
  Door(std::int64_t rate_limit, std::int64_t starts) : rate_limit_(rate_limit), starts_(starts) {}

  /// Rate, Authorization, Duffel-Version, Accept, Content-Type. Nothing when the caller may go on.
  std::optional<Response> check(Exchange& x, Instant now);

  Response answer(const Stamp& stamp, int status, std::string body, Instant now) const;
  /// 204: done, and nothing to say.
  Response done(const Stamp& stamp, Instant now) const;
  Response refuse(const Stamp& stamp, const Refusal& refusal, Instant now) const;
  /// An error with a status of its own, whatever the catalogue says of the row.
  Response fail(const Stamp& stamp, const Problem& row, int status, Instant now) const;

  std::int64_t starts() const { return starts_; }
  /// Nanoseconds since 1970 at a drill time.
  std::chrono::nanoseconds since_1970(Instant at) const {
    return std::chrono::seconds{starts_} + at.since_start;
  }
  /// "2026-11-23T06:00:00.000000Z" for a drill time.
  std::string wall(Instant at) const;

 private:
  Response answer(const Stamp& stamp, Response response, Instant now) const;
  bool take(Instant now);
  std::int64_t minute(Instant now) const;

  std::int64_t rate_limit_;
  std::int64_t starts_;
  std::int64_t minute_ = 0;  // since 1970
  std::int64_t used_ = 0;    // of that minute's limit
};

}  // namespace mayday::airline
