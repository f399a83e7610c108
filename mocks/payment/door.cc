#include "door.h"

#include <openssl/crypto.h>

#include <algorithm>

#include "mayday/payment/signature.h"

namespace mayday::payment {
namespace {

constexpr std::int64_t kWindow = 300;  // seconds, either way

/// Seconds since 1970, or -1 when the text is no such number.
std::int64_t read_seconds(std::string_view text) {
  if (text.empty() || text.size() > 12) return -1;
  std::int64_t seconds = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return -1;
    seconds = seconds * 10 + (c - '0');
  }
  return seconds;
}

bool same_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace

std::optional<Problem> signature_problem(Exchange& x, const PaymentSettings& settings,
                                         std::int64_t wall_seconds) {
  const Headers& headers = x.request.headers;
  std::string_view key = headers.get("x-pay-key");
  std::string_view timestamp = headers.get("x-pay-timestamp");
  std::string_view signature = headers.get("x-pay-signature");
  if (key.empty() || timestamp.empty() || signature.empty())
    return Problem{401, "signature_missing",
                   "Send X-Pay-Key, X-Pay-Timestamp and X-Pay-Signature."};
  if (key != settings.key) return Problem{401, "key_unknown", "No merchant has this key."};
  std::int64_t sent = read_seconds(timestamp);
  if (sent < 0)
    return Problem{401, "timestamp_invalid", "X-Pay-Timestamp must be seconds since 1970."};
  if (sent > wall_seconds + kWindow || sent < wall_seconds - kWindow)
    return Problem{401, "timestamp_outside_window",
                   "X-Pay-Timestamp is more than 300 seconds from our clock."};
  std::string expected =
      sign_payment(settings.secret, x.request.method, x.request.target, timestamp, x.request.body);
  if (!same_secret(signature, expected))
    return Problem{401, "signature_invalid", "X-Pay-Signature does not match the request."};
  if (x.tokens_since > Instant{Duration::min()}) {  // a key has no age: all are from before
    x.auth_refused = true;
    return Problem{401, "key_revoked", "This key has been revoked."};
  }
  const auto& accepted = x.accepted_auth;
  if (accepted.empty() || std::find(accepted.begin(), accepted.end(), "v1") != accepted.end())
    return std::nullopt;
  x.auth_refused = true;
  return Problem{401, "signature_version_retired", "This way of signing is no longer accepted."};
}

}  // namespace mayday::payment
