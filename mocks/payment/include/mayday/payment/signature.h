#pragma once

#include <string>
#include <string_view>

namespace mayday {

/// The value of X-Pay-Signature: HMAC-SHA256 in lower-case hex, under `secret`, of
/// method, target (path and query as sent), timestamp (X-Pay-Timestamp as sent) and body, joined by
/// line feeds. The body may be empty; its line feed stays.
std::string sign_payment(std::string_view secret, std::string_view method, std::string_view target,
                         std::string_view timestamp, std::string_view body);

}  // namespace mayday
