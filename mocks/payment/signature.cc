#include "mayday/payment/signature.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

#include "mayday/base/check.h"

namespace mayday {
namespace {

const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

std::string sign_payment(std::string_view secret, std::string_view method, std::string_view target,
                         std::string_view timestamp, std::string_view body) {
  std::string message;
  message.reserve(method.size() + target.size() + timestamp.size() + body.size() + 3);
  for (std::string_view part : {method, target, timestamp}) message.append(part).append("\n");
  message.append(body);

  std::array<unsigned char, 32> mac{};
  unsigned int size = 0;
  const unsigned char* made = HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
                                   bytes(message), message.size(), mac.data(), &size);
  MAYDAY_ASSERT(made != nullptr && size == mac.size());

  constexpr std::string_view kHex = "0123456789abcdef";
  std::string text;
  text.reserve(2 * mac.size());
  for (unsigned char byte : mac) {
    text += kHex[byte >> 4];
    text += kHex[byte & 15];
  }
  return text;
}

}  // namespace mayday
