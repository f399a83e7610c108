#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ids.h"
#include "mayday/base/time.h"
#include "mayday/hesi/hesi.h"

namespace mayday::hesi {

inline constexpr Duration kTokenLife = 2h;
inline constexpr Duration kRefreshedLife = 32 * 24h;

enum class AuthVersion : unsigned char { v1, v3 };
std::string_view to_text(AuthVersion version);

/// A pair as it was handed out.
struct Grant {
  std::string access;
  std::string refresh;
  AuthVersion version = AuthVersion::v1;
  Instant issued;
  Instant expires;
};

/// Access tokens (Hesi open platform, 2024-05: two hours, 32 days once refreshed). Any number of
/// pairs is valid side by side, each until its own end; a refresh does not end the old pair.
class Tokens {
 public:
  /// `starts` is seconds since 1970 at drill time zero, for the claims in a V3 token.
  Tokens(std::int64_t starts, SignRs256 sign);

  bool accepts_key(std::string_view key, std::string_view security) const;
  const Grant& issue_v1(Instant now, Duration life);
  /// An RS256 JWT.
  const Grant& issue_v3(Instant now);
  /// The pair that this access token is valid for at `now`, or nullptr.
  const Grant* valid(std::string_view access, Instant now) const;

 private:
  const Grant& keep(Grant grant);
  std::string jwt(std::string_view serial, Instant expires) const;

  std::int64_t starts_;
  SignRs256 sign_;
  Ids ids_;
  std::unordered_map<std::string, Grant> grants_;  // by access token; looked up, never walked
};

}  // namespace mayday::hesi
