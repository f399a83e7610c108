#pragma once

#include <string>
#include <string_view>

#include "mayday/faults/exchange.h"

namespace mayday::payment {

// "pay_" and 20 letters or digits: the id of the `number`-th payment; so for the others.
std::string payment_id(std::uint64_t number);
std::string refund_id(std::uint64_t number);
std::string event_id(std::uint64_t number);

/// Seconds since 1970. `starts` is those at drill time zero.
std::int64_t wall_seconds(Instant at, std::int64_t starts);

/// A JSON string with the date and time, or null for kNever.
std::string time_text(Instant at, std::int64_t starts);

struct Problem {
  int status = 400;
  std::string_view code;
  std::string message;
};

/// What every answer to a request bears: the caller's request id, or one of ours.
std::string request_id(const Exchange& x);

Response answer(std::string_view request_id, int status, std::string body);
Response refuse(std::string_view request_id, const Problem& problem);

}  // namespace mayday::payment
