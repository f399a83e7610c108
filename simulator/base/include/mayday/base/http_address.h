#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mayday {

/// An absolute http or https URL, taken apart.
struct HttpAddress {
  bool tls;
  std::string host;  ///< A name or a numeric address, an IPv6 one without its brackets.
  std::uint16_t port;
  std::string authority;  ///< As a Host field names it: "api.example.com", "[::1]:8080".
  std::string path;       ///< "/" at least, with the query.
};

/// Nothing for any other URL, nor for one with user information or a fragment.
std::optional<HttpAddress> parse_http_address(std::string_view url);

}  // namespace mayday
