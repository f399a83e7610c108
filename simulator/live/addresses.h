#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/system/system_error.hpp>
#include <string>
#include <vector>

#include "mayday/base/member.h"
#include "mayday/live/live_options.h"

/// Where members listen, and who may be called.
namespace mayday {

using Tcp = boost::asio::ip::tcp;

/// "127.0.0.1:8101", "[::1]:8101".
std::string to_text(const Tcp::endpoint& at);

/// Throws EnvironmentError unless `bind` is a numeric address.
Tcp::endpoint parse_bind(Member at, const std::string& bind, std::uint16_t port);

/// Throws EnvironmentError with what the system said.
[[noreturn]] void cannot_listen(Member at, const Tcp::endpoint& wanted,
                                const boost::system::system_error& error);

/// Where a member that listens everywhere is called.
Tcp::endpoint reachable(Tcp::endpoint at);

/// Names and addresses under which a listener is reached, for its certificate.
std::vector<std::string> names_of(const LiveOptions& options);

/// Whether somebody's URL may be called. A listener open to the network must not become a way into
/// this machine.
bool may_call(const std::string& host, const LiveOptions& options);

}  // namespace mayday
