#include "errand.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/write.hpp>
#include <utility>

#include "caller.h"
#include "wire.h"

namespace mayday {
namespace {

namespace asio = boost::asio;

}  // namespace

Errand::Errand(Caller& caller, Socket socket, bool connected, const Request& request)
    : caller_(caller),
      socket_(std::move(socket)),
      connected_(connected),
      to_head_(request.method == "HEAD"),
      parser_(std::in_place, to_head_) {
  write(outgoing_, request, caller_.host());
}

void Errand::begin() {
  if (connected_) return send();
  connect();
}

void Errand::abandon() {
  error_code ignored;
  socket_.close(ignored);
}

void Errand::connect() {
  error_code ec;
  socket_.open(caller_.to().protocol(), ec);
  if (!ec) socket_.non_blocking(true, ec);
  if (!ec) socket_.set_option(asio::ip::tcp::no_delay(true), ec);
  if (ec) {
    out_of_sockets = true;
    return fail(CallError::refused);
  }
  socket_.async_connect(caller_.to(), [self = shared_from_this()](error_code failed) {
    if (failed == asio::error::operation_aborted) return;
    self->out_of_sockets = failed == boost::system::errc::address_not_available;
    if (failed) return self->fail(CallError::refused);
    self->send();
  });
}

/// A failed write is not the end: an answer may have come before the far side stopped listening.
void Errand::send() {
  error_code ec;
  std::size_t n = socket_.write_some(asio::buffer(outgoing_), ec);
  if (n == outgoing_.size() || (ec && ec != asio::error::would_block)) return await_bytes();
  outgoing_.erase(0, n);
  asio::async_write(socket_, asio::buffer(outgoing_),
                    [self = shared_from_this()](error_code failed, std::size_t) {
                      if (failed != asio::error::operation_aborted) self->await_bytes();
                    });
}

void Errand::await_bytes() {
  socket_.async_wait(Socket::wait_read, [self = shared_from_this()](error_code ec) {
    if (!ec) self->on_readable();
  });
}

void Errand::on_readable() {
  auto& scratch = caller_.scratch();
  error_code ec;
  std::size_t n = socket_.read_some(asio::buffer(scratch), ec);
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
    parser_.emplace(to_head_);  // "100 Continue" and its like come before the answer
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
    caller_.keep(std::move(socket_));
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
