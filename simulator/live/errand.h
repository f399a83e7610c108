#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "answer_parser.h"
#include "channel.h"
#include "mayday/world/gate.h"
#include "mayday/world/http.h"

namespace mayday {

class Dialer;

/// One call under way: look up and connect if need be, write once, read the answer. The waiting
/// task and whatever waits on the socket share it; `done` opens when it is over.
class Errand final : public std::enable_shared_from_this<Errand> {
 public:
  Errand(Dialer& caller, Channel channel, bool connected, const Request& request);

  void begin();
  /// Nobody waits any more: closes the connection.
  void abandon();

  Gate done;
  std::optional<Response> answer;
  CallError error = CallError::closed;  ///< Why there is no answer.
  bool out_of_sockets = false;          ///< `error` says nothing about the far side.

 private:
  using error_code = boost::system::error_code;
  using Socket = Channel::Socket;
  using Endpoint = boost::asio::ip::tcp::endpoint;
  using Resolver = boost::asio::ip::basic_resolver<boost::asio::ip::tcp, Executor>;

  void look_up();
  void connect(const Endpoint& to);
  void on_connected();
  void shake_hands();
  void await(Socket::wait_type what, void (Errand::*then)());
  void send();
  void await_bytes();
  void on_readable();
  void take(std::string_view bytes);
  void on_end(error_code ec);
  void finish();
  void fail(CallError why);

  Dialer& caller_;
  Channel channel_;
  std::optional<Resolver> resolver_;
  bool connected_;
  bool to_head_;
  std::string outgoing_;
  std::size_t sent_ = 0;  // of it
  std::string unread_;
  std::optional<AnswerParser> parser_;
};

}  // namespace mayday
