#pragma once

#include <openssl/ssl.h>

#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "mayday/world/executor.h"

namespace mayday {

struct SslFree {
  void operator()(SSL* ssl) const { SSL_free(ssl); }
  void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
using SslContext = std::unique_ptr<SSL_CTX, SslFree>;

/// What must happen on the socket before a step can be tried again.
enum class Wants : std::uint8_t { nothing, to_read, to_write };

/// A socket's bytes, with TLS over them or without. Never blocks: a step that cannot go on says so
/// by `would_block`, and `wants` says what it waits for. Renegotiation does not exist here, so
/// reading waits to read and writing to write once the handshake is over.
class Channel {
 public:
  using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
  using error_code = boost::system::error_code;

  explicit Channel(Socket socket) : socket_(std::move(socket)) {}

  Socket& socket() { return socket_; }

  /// Puts TLS over the open socket, as the side that was called.
  void secure_as_server(SSL_CTX& context);
  /// As the side that calls. The far side's certificate must be good for `host`, a name or an
  /// address.
  void secure_as_client(SSL_CTX& context, const std::string& host);

  /// One step of the handshake. Wants::nothing and no error: it is done.
  Wants shake_hands(error_code& ec);

  /// As of a socket; eof when the far side has ended the stream, reset when it did so out of order.
  std::size_t read_some(char* into, std::size_t room, error_code& ec);
  std::size_t write_some(std::string_view bytes, error_code& ec);

  /// Says that nothing more comes.
  void end_writing(error_code& ec);
  void close();

  /// Still open, and nothing came unasked. A look that takes nothing away.
  bool is_quiet();
  /// Bytes written that have not left this machine. A reset would take them back.
  std::size_t unsent();

 private:
  error_code failure(int result);

  Socket socket_;
  std::unique_ptr<SSL, SslFree> ssl_;
  Wants wants_ = Wants::nothing;
};

}  // namespace mayday
