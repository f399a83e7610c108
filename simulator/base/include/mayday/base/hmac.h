#pragma once

#include <string>
#include <string_view>

namespace mayday {

/// HMAC-SHA256 of `message` under `key`, in lower-case hex. Both are taken as the bytes they are.
std::string hmac_sha256(std::string_view key, std::string_view message);

}  // namespace mayday
