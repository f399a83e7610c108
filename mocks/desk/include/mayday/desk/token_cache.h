#pragma once

#include <cstdint>
#include <string>

namespace mayday {

/// A vendor token that the desk keeps for its next calls. Times are milliseconds since 1970, as the
/// vendors write them.
struct TokenCache {
  std::string token;  ///< Empty: none.
  std::int64_t expires_ms = 0;
};

/// A token is not used in its last minute: a call that takes long must not outlive it.
inline constexpr std::int64_t kTokenMarginMs = 60'000;

/// granted: the vendor gave `token`. refused: it turned `token` away. cleared: somebody said forget
/// it.
class TokenEvent {
 public:
  enum class Kind : std::uint8_t { granted, refused, cleared };
  TokenEvent(Kind what, std::string which = {}, std::int64_t expires = 0)
      : kind(what), token(std::move(which)), expires_ms(expires) {}

  Kind kind;
  std::string token;
  std::int64_t expires_ms;
};

/// What the cache holds after an event. A refusal drops only the token it is about: another call
/// may have fetched a new one meanwhile.
TokenCache step(TokenCache state, TokenEvent event);

/// Whether the cached token may still be used.
bool usable(const TokenCache& cache, std::int64_t now_ms);

// ---- which of Hesi's two kinds of token ------------------------------------------------------

/// How the desk gets and presents Hesi tokens: the setting `auth`.
enum class AuthMode : std::uint8_t { v1, v3, compatible };

/// Hesi's open-interface token, or the newer JWT.
enum class TokenKind : std::uint8_t { v1, v3 };

/// What a call with a token, or the call for one, came to. refused_v1: HTTP 403, the old form.
/// refused_v3: HTTP 200 with "403" in the body, which only the new interface says.
enum class AuthEvent : std::uint8_t { accepted, refused_v1, refused_v3 };

/// Which kind is in use, and how often in a row it was refused.
struct AuthState {
  AuthMode mode = AuthMode::v1;
  TokenKind kind = TokenKind::v1;
  int refusals = 0;
};

/// The state for a mode that has just been rolled out: compatible begins with what worked so far.
AuthState begin_auth(AuthMode mode, TokenKind so_far);

/// In `compatible` a refusal in the new form, or a second one in the old form, turns to the other
/// kind. In the other modes the kind never changes.
AuthState step(AuthState state, AuthEvent event);

}  // namespace mayday
