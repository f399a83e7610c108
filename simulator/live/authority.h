#pragma once

#include <openssl/x509.h>

#include <memory>
#include <string>
#include <vector>

#include "channel.h"
#include "mayday/live/tls.h"

namespace mayday {

/// A certificate authority of this run alone: made at start-up, its keys and those of the
/// certificates it signs never leave memory.
class Authority {
 public:
  Authority();

  /// Its own certificate, for those who are to trust it.
  std::string pem() const;

  /// For listeners: a fresh certificate that is good for these names and numeric addresses.
  SslContext server(const std::vector<std::string>& names) const;
  /// The same with a certificate whose term was over yesterday.
  SslContext expired_server(const std::vector<std::string>& names) const;
  /// For callers: trusts this authority and nobody else.
  SslContext client() const;

 private:
  struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
  };
  using Key = std::unique_ptr<EVP_PKEY, Free>;
  using Certificate = std::unique_ptr<X509, Free>;

  static Certificate blank(EVP_PKEY& key, const std::string& name);
  SslContext server(const std::vector<std::string>& names, long age) const;
  void sign(X509& certificate) const;

  Key key_;
  Certificate certificate_;
};

/// For callers that go outside: trusts whom the machine trusts.
SslContext machine_client();

}  // namespace mayday
