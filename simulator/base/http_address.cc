#include "mayday/base/http_address.h"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <charconv>
#include <system_error>
#include <utility>

namespace mayday {
namespace {

/// The usual port when `digits` is empty; nothing for a port that cannot be.
std::optional<std::uint16_t> port_of(std::string_view digits, bool tls) {
  if (digits.empty()) return static_cast<std::uint16_t>(tls ? 443 : 80);
  std::uint16_t port = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (error != std::errc{} || port == 0) return std::nullopt;
  return port;
}

}  // namespace

std::optional<HttpAddress> parse_http_address(std::string_view url) {
  auto parsed = boost::urls::parse_uri(url);
  if (!parsed || parsed->has_userinfo() || parsed->has_fragment()) return std::nullopt;
  bool tls = parsed->scheme_id() == boost::urls::scheme::https;
  if (!tls && parsed->scheme_id() != boost::urls::scheme::http) return std::nullopt;
  std::string host = parsed->host_address();
  std::optional<std::uint16_t> port = port_of(std::string_view(parsed->port()), tls);
  // What follows a port that is no number is taken for a path here.
  bool astray = !parsed->encoded_path().empty() && !parsed->encoded_path().starts_with('/');
  if (host.empty() || astray || !port) return std::nullopt;
  std::string path(parsed->encoded_path());
  if (path.empty()) path = "/";
  if (parsed->has_query()) path += "?" + std::string(parsed->encoded_query());
  return HttpAddress{tls, std::move(host), *port, std::string(parsed->encoded_host_and_port()),
                     std::move(path)};
}

}  // namespace mayday
