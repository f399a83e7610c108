#include "mayday/base/http_address.h"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <utility>

namespace mayday {

std::optional<HttpAddress> parse_http_address(std::string_view url) {
  auto parsed = boost::urls::parse_uri(url);
  if (!parsed || parsed->has_userinfo() || parsed->has_fragment()) return std::nullopt;
  bool tls = parsed->scheme_id() == boost::urls::scheme::https;
  if (!tls && parsed->scheme_id() != boost::urls::scheme::http) return std::nullopt;
  std::string host = parsed->host_address();
  bool bad_port = parsed->has_port() && parsed->port_number() == 0;
  if (host.empty() || bad_port) return std::nullopt;
  auto usual = static_cast<std::uint16_t>(tls ? 443 : 80);
  std::uint16_t port = parsed->has_port() ? parsed->port_number() : usual;
  std::string path(parsed->encoded_path());
  if (path.empty()) path = "/";
  if (parsed->has_query()) path += "?" + std::string(parsed->encoded_query());
  return HttpAddress{tls, std::move(host), port, std::string(parsed->encoded_host_and_port()),
                     std::move(path)};
}

}  // namespace mayday
