#include "mayday/ledger/sha256.h"

#include <openssl/evp.h>

#include "mayday/base/check.h"

namespace mayday {

struct Sha256::Parts {
  std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> algorithm{
      EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free};
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(),
                                                                  EVP_MD_CTX_free};
};

Sha256::Sha256() : parts_(std::make_unique<Parts>()) {}
Sha256::~Sha256() = default;

std::string Sha256::hex(std::string_view bytes) {
  constexpr char kHex[] = "0123456789abcdef";
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  EVP_MD_CTX* context = parts_->context.get();
  bool done = EVP_DigestInit_ex2(context, parts_->algorithm.get(), nullptr) == 1 &&
              EVP_DigestUpdate(context, bytes.data(), bytes.size()) == 1 &&
              EVP_DigestFinal_ex(context, digest, &size) == 1;
  MAYDAY_ASSERT(done && size == 32);
  std::string hex(64, '0');
  for (std::size_t i = 0; i < size; ++i) {
    hex[2 * i] = kHex[digest[i] >> 4];
    hex[2 * i + 1] = kHex[digest[i] & 15];
  }
  return hex;
}

}  // namespace mayday
