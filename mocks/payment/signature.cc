#include "mayday/payment/signature.h"

#include "mayday/base/hmac.h"
#include "mayday/base/json_text.h"

namespace mayday {

std::string sign_payment(std::string_view secret, std::string_view method, std::string_view target,
                         std::string_view timestamp, std::string_view body) {
  std::string message;
  message.reserve(method.size() + target.size() + timestamp.size() + body.size() + 3);
  for (std::string_view part : {method, target, timestamp}) message.append(part).append("\n");
  message.append(body);
  return hmac_sha256(secret, message);
}

}  // namespace mayday
