#include "mayday/desk/token_cache.h"

#include "mayday/base/check.h"

namespace mayday {

TokenCache step(TokenCache state, TokenEvent event) {
  switch (event.kind) {
    case TokenEvent::Kind::granted:
      return {std::move(event.token), event.expires_ms};
    case TokenEvent::Kind::refused:
      if (state.token != event.token) return state;
      return {};
    case TokenEvent::Kind::cleared:
      return {};
  }
  broken("unhandled TokenEvent");
}

bool usable(const TokenCache& cache, std::int64_t now_ms) {
  return !cache.token.empty() && now_ms + kTokenMarginMs < cache.expires_ms;
}

AuthState begin_auth(AuthMode mode, TokenKind so_far) {
  if (mode == AuthMode::compatible) return {mode, so_far, 0};
  return {mode, mode == AuthMode::v3 ? TokenKind::v3 : TokenKind::v1, 0};
}

AuthState step(AuthState state, AuthEvent event) {
  if (event == AuthEvent::accepted) {
    state.refusals = 0;
    return state;
  }
  ++state.refusals;
  if (state.mode != AuthMode::compatible) return state;
  // A v1 token that ran out is refused in the old form too, so the first such refusal proves
  // nothing.
  bool told = event == AuthEvent::refused_v3 && state.kind == TokenKind::v1;
  if (!told && state.refusals < 2) return state;
  state.kind = state.kind == TokenKind::v1 ? TokenKind::v3 : TokenKind::v1;
  state.refusals = 0;
  return state;
}

}  // namespace mayday
