#include "mayday/base/hmac.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

#include "mayday/base/check.h"
#include "mayday/base/hex.h"

namespace mayday {

std::string hmac_sha256(std::string_view key, std::string_view message) {
  std::array<unsigned char, 32> mac{};
  unsigned int size = 0;
  const auto* bytes = reinterpret_cast<const unsigned char*>(message.data());
  const unsigned char* made = HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes,
                                   message.size(), mac.data(), &size);
  MAYDAY_ASSERT(made != nullptr && size == mac.size());
  return hex(mac);
}

}  // namespace mayday
