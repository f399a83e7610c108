#include "secrets.h"

#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>

#include <memory>
#include <string_view>

#include "mayday/base/check.h"
#include "mayday/base/hex.h"

namespace mayday {

SignRs256 make_signer() {
  std::shared_ptr<EVP_PKEY> key;
  return [key](std::string_view input) mutable {
    if (!key) key.reset(EVP_RSA_gen(2048), EVP_PKEY_free);
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                    EVP_MD_CTX_free);
    std::string signature(static_cast<std::size_t>(EVP_PKEY_get_size(key.get())), '\0');
    std::size_t size = signature.size();
    bool done =
        EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                       reinterpret_cast<const unsigned char*>(input.data()), input.size()) == 1;
    MAYDAY_ASSERT(done);
    signature.resize(size);
    return signature;
  };
}

std::string random_token(const std::string& prefix) {
  unsigned char bytes[16];
  int done = RAND_bytes(bytes, sizeof bytes);
  MAYDAY_ASSERT(done == 1);
  return prefix + hex(bytes);
}

}  // namespace mayday
