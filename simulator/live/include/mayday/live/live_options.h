#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "mayday/base/member.h"
#include "mayday/base/time.h"
#include "mayday/live/tls.h"

namespace mayday {

/// What a listener takes from strangers. Times are wall time: a peer's slowness is not part of a
/// drill.
struct Limits {
  std::size_t connections = 16'384;        ///< For each member; more are closed at once.
  std::size_t header_bytes = 16 * 1'024;   ///< Request line and fields, or a trailer; else 431.
  std::size_t header_fields = 128;         ///< Else 431.
  std::size_t body_bytes = 1'024 * 1'024;  ///< Else 413.
  std::chrono::milliseconds header =
      10s;                               ///< From the first byte (or the accept) to the last field.
  std::chrono::milliseconds body = 30s;  ///< From the last field to the last byte.
  std::chrono::milliseconds idle = 60s;  ///< Kept alive without a request.
  std::chrono::milliseconds answer = 60s;  ///< For the peer to take what it is sent.
};

/// How a live world stands in the machine.
struct LiveOptions {
  std::int64_t speed = 1;          ///< Drill seconds in a second of wall time, at least 1.
  std::string bind = "127.0.0.1";  ///< A numeric address.
  std::array<std::uint16_t, kMembers> ports{};  ///< By member; 0 takes a free one.
  Limits limits;
  /// Signs a certificate for every listener, which then speaks HTTPS alone. Null: plain HTTP.
  std::shared_ptr<const Authority> tls;
  std::vector<std::string>
      tls_names;  ///< Names the certificates are good for beside this machine's.
  /// Hosts outside the estate that may be called. This machine itself may while `bind` is within
  /// it.
  std::vector<std::string> allowed_hosts;
};

}  // namespace mayday
