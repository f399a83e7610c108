#pragma once

#include <openssl/ssl.h>

#include <memory>
#include <string>
#include <string_view>

#include "stage.h"

namespace mayday {

/// A client by OpenSSL alone: what a program that is not ours sees of a member. It trusts one
/// authority and checks the name it calls.
class TlsClient {
 public:
  struct Free {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
    void operator()(SSL* ssl) const { SSL_free(ssl); }
    void operator()(SSL_SESSION* session) const { SSL_SESSION_free(session); }
  };
  using Session = std::unique_ptr<SSL_SESSION, Free>;

  struct Wish {
    std::string host = "127.0.0.1";  ///< The certificate must be good for it.
    int version = 0;                 ///< As TLS1_2_VERSION; 0: the newest.
    SSL_SESSION* resume = nullptr;
  };

  /// Connects and shakes hands. `pem` is the authority's certificate.
  TlsClient(std::uint16_t port, const std::string& pem, const Wish& wish);
  TlsClient(std::uint16_t port, const std::string& pem) : TlsClient(port, pem, Wish{}) {}

  /// The handshake went well.
  bool is_secure() const { return secure_; }
  /// What is wrong with the certificate, as X509_V_OK and so on.
  long verdict() const { return SSL_get_verify_result(ssl_.get()); }
  /// Something to resume by, if the far side gave it.
  Session session() const { return Session(SSL_get1_session(ssl_.get())); }

  void send(std::string_view bytes);
  std::string read_all();
  /// Valid once reading has come to an end: how TCP ended, and whether TLS had been ended before.
  End end() const { return end_; }
  bool had_goodbye() const { return goodbye_; }

 private:
  void note_end(int result);

  RawClient raw_;
  std::unique_ptr<SSL_CTX, Free> context_;
  std::unique_ptr<SSL, Free> ssl_;
  bool secure_ = false;
  bool goodbye_ = false;
  End end_ = End::still_open;
};

}  // namespace mayday
