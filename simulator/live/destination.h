#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "channel.h"

namespace mayday {

/// Where a caller's connections go, and how.
struct Destination {
  std::string host;  ///< Looked up for every new connection, unless `endpoint` is there.
  std::uint16_t port = 0;
  std::optional<boost::asio::ip::tcp::endpoint> endpoint;
  std::string authority;   ///< What requests name as their host when they name none.
  SSL_CTX* tls = nullptr;  ///< HTTPS by this context; it outlives the caller.
  std::size_t most_body = 32 * 1'024 * 1'024;  ///< Of an answer; a longer one is malformed.
  /// A kept connection is not used after so long. It must be well before the far side gives it up:
  /// one that closes just as a request is written would look like a fault.
  std::chrono::seconds longest_idle{20};
};

}  // namespace mayday
