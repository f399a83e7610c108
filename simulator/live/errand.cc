#include "errand.h"

#include <boost/asio/error.hpp>
#include <utility>

#include "dialer.h"
#include "wire.h"

namespace mayday {
namespace {

namespace asio = boost::asio;

}  // namespace

Errand::Errand(Dialer& caller, Channel channel, bool connected, const Request& request)
    : caller_(caller),
      channel_(std::move(channel)),
      connected_(connected),
      to_head_(request.method == "HEAD"),
      parser_(std::in_place, to_head_, caller.to().most_body) {
  write(outgoing_, request, caller_.to().authority);
}

void Errand::begin() {
  if (connected_) return send();
  if (caller_.to().endpoint) return connect(*caller_.to().endpoint);
  look_up();
}

void Errand::abandon() {
  if (resolver_) resolver_->cancel();
  channel_.close();
}

/// A name that leads nowhere looks to the caller like a far side that is not there.
void Errand::look_up() {
  resolver_.emplace(channel_.socket().get_executor());
  const Destination& to = caller_.to();
  resolver_->async_resolve(
      to.host, std::to_string(to.port),
      [self = shared_from_this()](error_code failed, const Resolver::results_type& found) {
        if (failed == asio::error::operation_aborted) return;
        if (failed || found.empty()) return self->fail(CallError::refused);
        self->connect(found.begin()->endpoint());
      });
}

void Errand::connect(const Endpoint& to) {
  Socket& socket = channel_.socket();
  error_code ec;
  socket.open(to.protocol(), ec);
  if (!ec) socket.non_blocking(true, ec);
  if (!ec) socket.set_option(asio::ip::tcp::no_delay(true), ec);
  if (ec) {
    out_of_sockets = true;
    return fail(CallError::refused);
  }
  socket.async_connect(to, [self = shared_from_this()](error_code failed) {
    if (failed == asio::error::operation_aborted) return;
    self->out_of_sockets = failed == boost::system::errc::address_not_available;
    if (failed) return self->fail(CallError::refused);
    self->on_connected();
  });
}

void Errand::on_connected() {
  if (caller_.to().tls == nullptr) return send();
  channel_.secure_as_client(*caller_.to().tls, caller_.to().host);
  shake_hands();
}

void Errand::shake_hands() {
  error_code ec;
  Wants wants = channel_.shake_hands(ec);
  if (ec) return fail(CallError::tls);
  if (wants == Wants::to_read) return await(Socket::wait_read, &Errand::shake_hands);
  if (wants == Wants::to_write) return await(Socket::wait_write, &Errand::shake_hands);
  send();
}

void Errand::await(Socket::wait_type what, void (Errand::*then)()) {
  channel_.socket().async_wait(what, [self = shared_from_this(), then](error_code ec) {
    if (!ec) (*self.*then)();
  });
}

/// A failed write is not the end: an answer may have come before the far side stopped listening.
void Errand::send() {
  error_code ec;
  sent_ += channel_.write_some(std::string_view(outgoing_).substr(sent_), ec);
  bool stuck = ec && ec != asio::error::would_block;
  if (stuck || sent_ == outgoing_.size()) return await_bytes();
  await(Socket::wait_write, &Errand::send);
}

void Errand::await_bytes() { await(Socket::wait_read, &Errand::on_readable); }

void Errand::on_readable() {
  auto& scratch = caller_.scratch();
  error_code ec;
  std::size_t n = channel_.read_some(scratch.data(), scratch.size(), ec);
  if (ec == asio::error::would_block) return await_bytes();
  if (ec) return on_end(ec);
  take({scratch.data(), n});
}

void Errand::take(std::string_view bytes) {
  std::string joined = std::exchange(unread_, {});
  if (!joined.empty()) {
    joined.append(bytes);
    bytes = joined;
  }
  for (;;) {
    bytes.remove_prefix(parser_->feed(bytes));
    bool interim = parser_->is_done() && parser_->response().status < 200;
    if (!interim) break;
    parser_.emplace(to_head_,
                    caller_.to().most_body);  // "100 Continue" and its like come before the answer
  }
  unread_ = bytes;
  if (parser_->malformed()) return fail(CallError::malformed);
  if (parser_->is_done()) return finish();
  await_bytes();
}

void Errand::on_end(error_code ec) {
  if (ec == asio::error::eof) return parser_->end() ? finish() : fail(CallError::closed);
  fail(CallError::reset);
}

void Errand::finish() {
  answer = std::move(parser_->response());
  if (parser_->keep_alive() && unread_.empty()) {
    caller_.keep(std::move(channel_));
  } else {
    abandon();
  }
  caller_.deliver(done);
}

void Errand::fail(CallError why) {
  error = why;
  abandon();
  caller_.deliver(done);
}

}  // namespace mayday
