#include "addresses.h"

#include <algorithm>

#include "mayday/base/input_error.h"

namespace mayday {
namespace {

namespace asio = boost::asio;

bool is_this_machine(const std::string& host) {
  if (host == "localhost") return true;
  boost::system::error_code ec;
  auto address = asio::ip::make_address(host, ec);
  return !ec && address.is_loopback();
}

}  // namespace

std::string to_text(const Tcp::endpoint& at) {
  std::string address = at.address().to_string();
  if (at.address().is_v6()) address = "[" + address + "]";
  return address + ":" + std::to_string(at.port());
}

Tcp::endpoint parse_bind(Member at, const std::string& bind, std::uint16_t port) {
  boost::system::error_code ec;
  auto address = asio::ip::make_address(bind, ec);
  if (!ec) return {address, port};
  throw EnvironmentError(std::string(to_text(at)) + " cannot listen on '" + bind +
                         "': that is not a numeric address; choose another with --bind");
}

void cannot_listen(Member at, const Tcp::endpoint& wanted,
                   const boost::system::system_error& error) {
  std::string flag = wanted.port() == 0 ? "--bind" : "--ports";
  throw EnvironmentError(std::string(to_text(at)) + " cannot listen on " + to_text(wanted) + " (" +
                         error.code().message() + "); choose another with " + flag);
}

Tcp::endpoint reachable(Tcp::endpoint at) {
  if (!at.address().is_unspecified()) return at;
  if (at.address().is_v6()) return {asio::ip::address_v6::loopback(), at.port()};
  return {asio::ip::address_v4::loopback(), at.port()};
}

std::vector<std::string> names_of(const LiveOptions& options) {
  std::vector<std::string> names = {"localhost", "127.0.0.1", "::1"};
  names.insert(names.end(), options.tls_names.begin(), options.tls_names.end());
  if (std::find(names.begin(), names.end(), options.bind) == names.end())
    names.push_back(options.bind);
  return names;
}

bool may_call(const std::string& host, const LiveOptions& options) {
  const auto& allowed = options.allowed_hosts;
  if (std::find(allowed.begin(), allowed.end(), host) != allowed.end()) return true;
  return is_this_machine(host) && is_this_machine(options.bind);
}

}  // namespace mayday
