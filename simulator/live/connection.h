#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "channel.h"
#include "departure.h"
#include "mayday/world/http.h"
#include "request_parser.h"
#include "wire.h"

namespace mayday {

class Listener;

/// One client's connection: reads a request, has it answered, answers, and again. Requests that
/// came together are answered one after the other. While a request is held it owns no buffer and no
/// parser.
///
/// Owned by its listener, by whoever waits on its socket, and by the task that makes its answer.
class Connection final : public std::enable_shared_from_this<Connection> {
 public:
  using Socket = Channel::Socket;

  Connection(Listener& listener, Socket socket);

  void begin();
  /// The answer to the request that was dispatched. Dropped when the connection is gone by now.
  /// Returns what it leaves for `pour`, for as long as `reply` stays where it is: the body, if it
  /// is one that drips.
  std::string_view answer(const Reply& reply);
  /// Sends more of that body. False when it is not wanted any more: the connection is gone.
  bool pour(std::string_view bytes, bool is_last);
  /// The door lets no new calls in: ends a connection that was kept and has no call on it.
  void turn_out();
  /// Ends the connection if its time is over at `tick`.
  void expire(std::uint64_t tick);
  void close();

  std::size_t place = 0;  ///< The listener's own index.

 private:
  enum class State : std::uint8_t {
    shaking_hands,
    reading,
    serving,
    writing,
    leaving,
    resetting,
    closed
  };

  void await(Socket::wait_type what, void (Connection::*then)());
  void on_hello();
  void shake_hands();
  void await_bytes();
  void on_readable();
  void take(std::string_view bytes);
  bool parse(std::string_view bytes);
  void go_ahead();
  void serve();
  void refuse(int status);
  void send(std::string_view bytes);
  void send_rest();
  void on_sent();
  void stay();
  void leave();
  void discard();
  void reset();
  void cut_off();

  Listener& listener_;
  Channel channel_;
  State state_ = State::reading;
  bool waiting_ = false;  // on the socket, to be readable
  bool taking_ = false;
  bool kept_ = false;      // there was an exchange before
  bool dripping_ = false;  // more of the body is to be poured
  AnswerShape shape_;
  Then then_ = Then::stay;
  std::uint64_t deadline_ = 0;  // in ticks
  std::size_t discarded_ = 0;
  std::optional<RequestParser> parser_;
  std::string unread_;    // the beginning of what comes next
  std::string outgoing_;  // what the peer would not take at once
  std::size_t sent_ = 0;  // of it
};

}  // namespace mayday
