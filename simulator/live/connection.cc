#include "connection.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <utility>

#include "listener.h"

namespace mayday {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

constexpr std::uint64_t kNoDeadline = UINT64_MAX;

/// How long, and how much, a peer that is being left may still talk. Closing with unread bytes
/// resets the connection, and the reset may overtake the answer.
constexpr std::chrono::seconds kFarewell{2};
constexpr std::size_t kFarewellBytes = 8 * 1'024 * 1'024;

}  // namespace

Connection::Connection(Listener& listener, Socket socket)
    : listener_(listener), channel_(std::move(socket)) {}

void Connection::begin() {
  error_code ignored;
  channel_.socket().non_blocking(true, ignored);
  channel_.socket().set_option(asio::ip::tcp::no_delay(true), ignored);
  deadline_ = listener_.tick_after(listener_.limits().header);
  if (listener_.tls() == nullptr) return await_bytes();
  state_ = State::shaking_hands;
  await(Socket::wait_read, &Connection::on_hello);
}

std::string_view Connection::answer(const Reply& reply) {
  if (state_ != State::serving) return {};
  bool last = same(reply.response.headers.get("connection"), "close") || listener_.turns_away();
  if (last) shape_.keep = false;
  Departure departure = departure_of(reply, shape_);
  then_ = departure.then;
  bool drips = reply.bytes_per_second > 0 && !departure.body.empty();
  dripping_ = drips;
  std::string& out = listener_.out();
  out.clear();
  if (departure.has_head) write_head(out, reply.response, shape_);
  if (!drips) out += departure.body;
  send(out);
  return drips ? departure.body : std::string_view();
}

bool Connection::pour(std::string_view bytes, bool is_last) {
  if (state_ != State::writing) return false;
  dripping_ = !is_last;
  send(bytes);
  return state_ == State::writing;
}

void Connection::turn_out() {
  bool idle = state_ == State::reading && kept_ && !parser_ && channel_.is_quiet();
  if (idle) leave();
}

void Connection::expire(std::uint64_t tick) {
  bool over = tick >= deadline_;
  if (state_ == State::resetting && (over || channel_.unsent() == 0)) return cut_off();
  if (!over) return;
  if (state_ == State::reading && parser_) return refuse(408);
  close();
}

void Connection::close() {
  if (state_ == State::closed) return;
  state_ = State::closed;
  channel_.close();
  parser_.reset();
  std::string().swap(unread_);
  listener_.forget(*this);
}

void Connection::await(Socket::wait_type what, void (Connection::*then)()) {
  channel_.socket().async_wait(what, [self = shared_from_this(), then](error_code ec) {
    if (ec) return;
    try {
      (*self.*then)();
    } catch (...) {  // told by the world; this peer's state is anybody's guess
      self->close();
      throw;
    }
  });
}

/// The door decides only now with which certificate to answer, if at all.
void Connection::on_hello() {
  if (state_ != State::shaking_hands) return;
  if (listener_.cuts_handshakes()) return leave();
  channel_.secure_as_server(*listener_.tls());
  shake_hands();
}

void Connection::shake_hands() {
  if (state_ != State::shaking_hands) return;
  error_code ec;
  Wants wants = channel_.shake_hands(ec);
  if (ec) return close();
  if (wants == Wants::to_read) return await(Socket::wait_read, &Connection::shake_hands);
  if (wants == Wants::to_write) return await(Socket::wait_write, &Connection::shake_hands);
  state_ = State::reading;
  deadline_ = listener_.tick_after(listener_.limits().header);
  await_bytes();
}

void Connection::await_bytes() {
  if (waiting_) return;
  waiting_ = true;
  await(Socket::wait_read, &Connection::on_readable);
}

void Connection::on_readable() {
  waiting_ = false;
  if (state_ == State::leaving) return discard();
  if (state_ != State::reading) return;
  auto& scratch = listener_.scratch();
  error_code ec;
  std::size_t n = channel_.read_some(scratch.data(), scratch.size(), ec);
  if (ec == asio::error::would_block) return await_bytes();
  if (ec) return close();
  take({scratch.data(), n});
}

void Connection::take(std::string_view bytes) {
  taking_ = true;  // an answer made at once comes back here: the loop goes on, not the stack
  bool whole = parse(bytes);
  while (whole && state_ == State::reading) whole = parse({});
  taking_ = false;
  if (state_ == State::reading) await_bytes();
}

/// Feeds what came to the parser. True when that was a whole request.
bool Connection::parse(std::string_view bytes) {
  std::string joined;
  if (!unread_.empty()) {
    joined = std::exchange(unread_, {});
    joined.append(bytes);
    bytes = joined;
  }
  if (bytes.empty()) return false;
  if (!parser_) {
    parser_.emplace(listener_.limits());
    deadline_ = listener_.tick_after(listener_.limits().header);
  }
  bool had_head = parser_->is_header_done();
  bytes.remove_prefix(parser_->feed(bytes));
  unread_ = bytes;
  if (parser_->refused() != 0) {
    refuse(parser_->refused());
    return false;
  }
  if (parser_->is_done()) {
    serve();
    return true;
  }
  if (!had_head && parser_->is_header_done()) go_ahead();
  return false;
}

/// The head is there and the body is still to come.
void Connection::go_ahead() {
  deadline_ = listener_.tick_after(listener_.limits().body);
  if (!parser_->waits() || !unread_.empty() || !parser_->request().body.empty()) return;
  constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
  error_code ec;
  if (channel_.write_some(kContinue, ec) != kContinue.size()) close();
}

void Connection::serve() {
  Request request = std::move(parser_->request());
  shape_.to_head = request.method == "HEAD";
  shape_.old = parser_->old();
  shape_.keep = parser_->keep_alive();
  parser_.reset();
  state_ = State::serving;
  deadline_ = kNoDeadline;
  listener_.dispatch(shared_from_this(), std::move(request));
}

void Connection::refuse(int status) {
  parser_.reset();
  std::string().swap(unread_);
  shape_ = {};
  shape_.keep = false;
  then_ = Then::leave;
  std::string& out = listener_.out();
  out.clear();
  write(out, listener_.turn_away(status), shape_);
  send(out);
}

void Connection::send(std::string_view bytes) {
  state_ = State::writing;
  if (!outgoing_.empty()) {  // the peer has yet to take what came before
    outgoing_ += bytes;
    return;
  }
  error_code ec;
  std::size_t n = channel_.write_some(bytes, ec);
  if (ec && ec != asio::error::would_block) return close();
  if (n == bytes.size()) return on_sent();
  deadline_ = listener_.tick_after(listener_.limits().answer);
  outgoing_ = bytes.substr(n);
  sent_ = 0;
  await(Socket::wait_write, &Connection::send_rest);
}

void Connection::send_rest() {
  if (state_ != State::writing) return;
  error_code ec;
  sent_ += channel_.write_some(std::string_view(outgoing_).substr(sent_), ec);
  if (ec && ec != asio::error::would_block) return close();
  if (sent_ < outgoing_.size()) return await(Socket::wait_write, &Connection::send_rest);
  std::string().swap(outgoing_);
  on_sent();
}

void Connection::on_sent() {
  deadline_ = kNoDeadline;
  if (dripping_) return;
  switch (then_) {
    case Then::stay:
      return listener_.turns_away() ? leave() : stay();
    case Then::leave:
      return leave();
    case Then::reset:
      return reset();
  }
}

void Connection::stay() {
  kept_ = true;
  state_ = State::reading;
  deadline_ = listener_.tick_after(listener_.limits().idle);
  if (!taking_) take({});
}

/// Says that nothing more comes, and hears the peer out.
void Connection::leave() {
  state_ = State::leaving;
  parser_.reset();
  std::string().swap(unread_);
  deadline_ = listener_.tick_after(kFarewell);
  error_code ec;
  channel_.end_writing(ec);
  if (ec) return close();
  discard();
}

void Connection::discard() {
  constexpr int kReadsAtOnce = 16;
  auto& scratch = listener_.scratch();
  for (int i = 0; i < kReadsAtOnce; ++i) {
    error_code ec;
    discarded_ += channel_.socket().read_some(asio::buffer(scratch), ec);
    if (ec == asio::error::would_block) break;
    if (ec || discarded_ > kFarewellBytes) return close();
  }
  await_bytes();
}

/// A RST takes back what the peer has no room for yet: it then waits for the sweeps.
void Connection::reset() {
  if (channel_.unsent() == 0) return cut_off();
  state_ = State::resetting;
  deadline_ = listener_.tick_after(listener_.limits().answer);
}

/// Leaves with a RST, as a crashed program or a firewall does.
void Connection::cut_off() {
  error_code ignored;
  channel_.socket().set_option(asio::socket_base::linger(true, 0), ignored);
  close();
}

}  // namespace mayday
