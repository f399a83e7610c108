#include "tls_client.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cerrno>

namespace mayday {
namespace {

void trust(SSL_CTX& context, const std::string& pem) {
  std::unique_ptr<BIO, decltype(&BIO_free)> text(
      BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free);
  std::unique_ptr<X509, decltype(&X509_free)> certificate(
      PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr), X509_free);
  X509_STORE_add_cert(SSL_CTX_get_cert_store(&context), certificate.get());
  SSL_CTX_set_verify(&context, SSL_VERIFY_PEER, nullptr);
}

void expect_host(SSL& ssl, const std::string& host) {
  X509_VERIFY_PARAM* rules = SSL_get0_param(&ssl);
  if (X509_VERIFY_PARAM_set1_ip_asc(rules, host.c_str()) != 1)
    X509_VERIFY_PARAM_set1_host(rules, host.data(), host.size());
}

}  // namespace

TlsClient::TlsClient(std::uint16_t port, const std::string& pem, const Wish& wish)
    : raw_(port), context_(SSL_CTX_new(TLS_client_method())) {
  trust(*context_, pem);
  if (wish.version != 0) SSL_CTX_set_max_proto_version(context_.get(), wish.version);
  ssl_.reset(SSL_new(context_.get()));
  SSL_set_fd(ssl_.get(), raw_.descriptor());
  expect_host(*ssl_, wish.host);
  if (wish.resume != nullptr) SSL_set_session(ssl_.get(), wish.resume);
  int result = SSL_connect(ssl_.get());
  secure_ = result == 1;
  if (!secure_) note_end(result);
}

void TlsClient::send(std::string_view bytes) {
  SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size()));
}

std::string TlsClient::read_all() {
  std::string all;
  char buffer[4'096];
  for (;;) {
    ERR_clear_error();
    errno = 0;
    int n = SSL_read(ssl_.get(), buffer, sizeof buffer);
    if (n <= 0) {
      note_end(n);
      return all;
    }
    all.append(buffer, static_cast<std::size_t>(n));
  }
}

/// OpenSSL 3 calls an end without a goodbye a failure of the protocol.
void TlsClient::note_end(int result) {
  int why = SSL_get_error(ssl_.get(), result);
  goodbye_ = why == SSL_ERROR_ZERO_RETURN;
  bool reset = why == SSL_ERROR_SYSCALL && errno == ECONNRESET;
  bool eof = ERR_GET_REASON(ERR_peek_error()) == SSL_R_UNEXPECTED_EOF_WHILE_READING;
  if (reset) end_ = End::reset;
  if (goodbye_ || eof) end_ = End::closed;
}

}  // namespace mayday
