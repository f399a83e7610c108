#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mayday {

/// The value of X-Duffel-Signature: "t=<seconds>,v1=<hex>", the hex being HMAC-SHA256 of
/// "<seconds>.<body>" under the secret of the webhook. The secret looks like base64 and is used as
/// the text it is (Duffel's guide to webhooks).
std::string sign_event(std::string_view secret, std::int64_t seconds_since_1970,
                       std::string_view body);

}  // namespace mayday
