#include "mayday/airline/signature.h"

#include "mayday/base/hmac.h"

namespace mayday {

std::string sign_event(std::string_view secret, std::int64_t seconds_since_1970,
                       std::string_view body) {
  std::string seconds = std::to_string(seconds_since_1970);
  std::string message = seconds + ".";
  message += body;
  return "t=" + seconds + ",v1=" + hmac_sha256(secret, message);
}

}  // namespace mayday
