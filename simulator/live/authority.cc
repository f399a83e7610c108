#include "authority.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <boost/asio/ip/address.hpp>
#include <string_view>

#include "mayday/base/check.h"

namespace mayday {
namespace {

constexpr long kHour = 3'600;
constexpr long kDay = 24 * kHour;
constexpr long kTerm = 90 * kDay;  // of a certificate, after the hour before it was made
constexpr const char* kName = "Travel Test CA";

SslContext context(const SSL_METHOD* method) {
  SslContext made(SSL_CTX_new(method));
  MAYDAY_ASSERT(made != nullptr);
  SSL_CTX_set_min_proto_version(made.get(), TLS1_2_VERSION);
  SSL_CTX_set_options(made.get(), SSL_OP_NO_RENEGOTIATION);
  SSL_CTX_set_mode(made.get(), SSL_MODE_RELEASE_BUFFERS);  // an idle connection holds none
  return made;
}

void extend(X509& certificate, X509* issuer, int what, const std::string& value) {
  X509V3_CTX around;
  X509V3_set_ctx(&around, issuer, &certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &around, what, value.c_str());
  MAYDAY_ASSERT(extension != nullptr);
  X509_add_ext(&certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

/// The certificate's term, for one that was made `age` seconds ago.
void set_term(X509& certificate, long age) {
  X509_gmtime_adj(X509_getm_notBefore(&certificate), -kHour - age);
  X509_gmtime_adj(X509_getm_notAfter(&certificate), kTerm - age);
}

void name(X509_NAME* subject, const std::string& common) {
  const auto* text = reinterpret_cast<const unsigned char*>(common.c_str());
  X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, text, -1, -1, 0);
}

std::string alternatives(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& one : names) {
    boost::system::error_code ec;
    boost::asio::ip::make_address(one, ec);
    if (!all.empty()) all += ",";
    all += (ec ? "DNS:" : "IP:") + one;
  }
  return all;
}

void trust(SSL_CTX& client) { SSL_CTX_set_verify(&client, SSL_VERIFY_PEER, nullptr); }

}  // namespace

Authority::Authority() : key_(EVP_EC_gen("P-256")) {
  MAYDAY_ASSERT(key_ != nullptr);
  certificate_ = blank(*key_, kName);
  extend(*certificate_, certificate_.get(), NID_basic_constraints, "critical,CA:TRUE");
  extend(*certificate_, certificate_.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
  extend(*certificate_, certificate_.get(), NID_subject_key_identifier, "hash");
  sign(*certificate_);
}

std::string Authority::pem() const {
  std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new(BIO_s_mem()), BIO_free);
  PEM_write_bio_X509(memory.get(), certificate_.get());
  char* text = nullptr;
  long size = BIO_get_mem_data(memory.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

SslContext Authority::server(const std::vector<std::string>& names) const {
  return server(names, 0);
}

SslContext Authority::expired_server(const std::vector<std::string>& names) const {
  return server(names, kTerm + kDay);
}

SslContext Authority::server(const std::vector<std::string>& names, long age) const {
  MAYDAY_ASSERT(!names.empty());
  Key key(EVP_EC_gen("P-256"));
  Certificate certificate = blank(*key, names.front());
  set_term(*certificate, age);
  extend(*certificate, certificate_.get(), NID_basic_constraints, "critical,CA:FALSE");
  extend(*certificate, certificate_.get(), NID_key_usage, "critical,digitalSignature");
  extend(*certificate, certificate_.get(), NID_ext_key_usage, "serverAuth");
  extend(*certificate, certificate_.get(), NID_subject_alt_name, alternatives(names));
  extend(*certificate, certificate_.get(), NID_authority_key_identifier, "keyid");
  sign(*certificate);
  SslContext made = context(TLS_server_method());
  bool good = SSL_CTX_use_certificate(made.get(), certificate.get()) == 1 &&
              SSL_CTX_use_PrivateKey(made.get(), key.get()) == 1;
  MAYDAY_ASSERT(good);
  // Every connection shakes hands in full, so that no client goes by an earlier certificate.
  SSL_CTX_set_options(made.get(), SSL_OP_NO_TICKET);
  SSL_CTX_set_num_tickets(made.get(), 0);
  SSL_CTX_set_session_cache_mode(made.get(), SSL_SESS_CACHE_OFF);
  return made;
}

SslContext Authority::client() const {
  SslContext made = context(TLS_client_method());
  X509_STORE_add_cert(SSL_CTX_get_cert_store(made.get()), certificate_.get());
  trust(*made);
  return made;
}

/// A certificate with a serial number, a term and a subject, not yet signed.
Authority::Certificate Authority::blank(EVP_PKEY& key, const std::string& common) {
  Certificate made(X509_new());
  MAYDAY_ASSERT(made != nullptr);
  X509_set_version(made.get(), X509_VERSION_3);
  std::uint64_t serial = 0;
  int drawn = RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial);
  MAYDAY_ASSERT(drawn == 1);
  ASN1_INTEGER_set_uint64(X509_get_serialNumber(made.get()), serial >> 1);
  set_term(*made, 0);
  X509_set_pubkey(made.get(), &key);
  name(X509_get_subject_name(made.get()), common);
  return made;
}

void Authority::sign(X509& certificate) const {
  X509_set_issuer_name(&certificate, X509_get_subject_name(certificate_.get()));
  int size = X509_sign(&certificate, key_.get(), EVP_sha256());
  MAYDAY_ASSERT(size > 0);
}

std::shared_ptr<const Authority> make_authority() { return std::make_shared<const Authority>(); }

std::string pem_of(const Authority& authority) { return authority.pem(); }

SslContext machine_client() {
  SslContext made = context(TLS_client_method());
  SSL_CTX_set_default_verify_paths(made.get());
  trust(*made);
  return made;
}

}  // namespace mayday
