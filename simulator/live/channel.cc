#include "channel.h"

#include <linux/sockios.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <cerrno>
#include <climits>

#include "mayday/base/check.h"

namespace mayday {
namespace {

namespace asio = boost::asio;

std::unique_ptr<SSL, SslFree> over(SSL_CTX& context, Channel::Socket& socket) {
  std::unique_ptr<SSL, SslFree> ssl(SSL_new(&context));
  MAYDAY_ASSERT(ssl != nullptr && SSL_set_fd(ssl.get(), socket.native_handle()) == 1);
  SSL_set_mode(ssl.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  return ssl;
}

int as_int(std::size_t size) { return static_cast<int>(std::min<std::size_t>(size, INT_MAX)); }

}  // namespace

void Channel::secure_as_server(SSL_CTX& context) {
  ssl_ = over(context, socket_);
  SSL_set_accept_state(ssl_.get());
}

void Channel::secure_as_client(SSL_CTX& context, const std::string& host) {
  ssl_ = over(context, socket_);
  X509_VERIFY_PARAM* rules = SSL_get0_param(ssl_.get());
  if (X509_VERIFY_PARAM_set1_ip_asc(rules, host.c_str()) != 1) {
    X509_VERIFY_PARAM_set1_host(rules, host.data(), host.size());
    std::string name = host;  // OpenSSL's own macro for this casts away const
    SSL_ctrl(ssl_.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data());
  }
  SSL_set_connect_state(ssl_.get());
}

Wants Channel::shake_hands(error_code& ec) {
  ec = {};
  wants_ = Wants::nothing;
  ERR_clear_error();
  int result = SSL_do_handshake(ssl_.get());
  if (result == 1) return Wants::nothing;
  ec = failure(result);
  if (ec == asio::error::would_block) ec = {};
  return wants_;
}

std::size_t Channel::read_some(char* into, std::size_t room, error_code& ec) {
  if (!ssl_) return socket_.read_some(asio::buffer(into, room), ec);
  ec = {};
  ERR_clear_error();
  int n = SSL_read(ssl_.get(), into, as_int(room));
  if (n > 0) return static_cast<std::size_t>(n);
  ec = failure(n);
  return 0;
}

std::size_t Channel::write_some(std::string_view bytes, error_code& ec) {
  if (!ssl_) return socket_.write_some(asio::buffer(bytes), ec);
  ec = {};
  std::size_t written = 0;
  while (written < bytes.size()) {  // a record is at most 16 KiB
    ERR_clear_error();
    int n = SSL_write(ssl_.get(), bytes.data() + written, as_int(bytes.size() - written));
    if (n <= 0) {
      ec = failure(n);
      break;
    }
    written += static_cast<std::size_t>(n);
  }
  if (ec == asio::error::would_block && written > 0) ec = {};
  return written;
}

void Channel::end_writing(error_code& ec) {
  ERR_clear_error();
  if (ssl_ && SSL_is_init_finished(ssl_.get()) != 0) SSL_shutdown(ssl_.get());
  socket_.shutdown(Socket::shutdown_send, ec);
}

void Channel::close() {
  error_code ignored;
  socket_.close(ignored);
}

bool Channel::is_quiet() {
  char byte;
  return ::recv(socket_.native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 && errno == EAGAIN;
}

std::size_t Channel::unsent() {
  int bytes = 0;
  if (::ioctl(socket_.native_handle(), SIOCOUTQNSD, &bytes) != 0) return 0;
  return static_cast<std::size_t>(bytes);
}

/// What stopped a step of OpenSSL's.
Channel::error_code Channel::failure(int result) {
  int why = SSL_get_error(ssl_.get(), result);
  ERR_clear_error();
  switch (why) {
    case SSL_ERROR_WANT_READ:
      wants_ = Wants::to_read;
      return asio::error::would_block;
    case SSL_ERROR_WANT_WRITE:
      wants_ = Wants::to_write;
      return asio::error::would_block;
    case SSL_ERROR_ZERO_RETURN:
      return asio::error::eof;
    default:
      return asio::error::connection_reset;
  }
}

}  // namespace mayday
