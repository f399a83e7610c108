#include "mayday/ledger/sha256.h"

#include <openssl/evp.h>

#include "mayday/base/check.h"
#include "mayday/base/hex.h"

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
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  EVP_MD_CTX* context = parts_->context.get();
  bool done = EVP_DigestInit_ex2(context, parts_->algorithm.get(), nullptr) == 1 &&
              EVP_DigestUpdate(context, bytes.data(), bytes.size()) == 1 &&
              EVP_DigestFinal_ex(context, digest, &size) == 1;
  MAYDAY_ASSERT(done && size == 32);
  return mayday::hex({digest, size});
}

}  // namespace mayday
