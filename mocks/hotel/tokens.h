#pragma once

#include <deque>
#include <string>
#include <unordered_map>

#include "mayday/base/time.h"

namespace mayday::hotel {

struct Token {
  std::string text;
  std::string client;
  Instant issued;
};

/// Access tokens. A new one never ends an older one. Tokens that ran out an hour ago are forgotten:
/// until then their bearer is told that they have expired.
class Tokens {
 public:
  static constexpr std::string_view kClient = "drill-client";
  static constexpr std::string_view kReadOnly = "drill-client-readonly";
  static constexpr std::string_view kRevoked = "drill-client-revoked";
  static constexpr Duration kLives = 1799s;

  /// True when a client with that secret exists.
  static bool knows(std::string_view client, std::string_view secret);

  const Token& issue(std::string_view client, Instant now);
  const Token* find(const std::string& text) const;
  bool is_expired(const Token& token, Instant now) const { return now >= token.issued + kLives; }

 private:
  std::uint64_t issued_ = 0;
  std::deque<std::string> oldest_;
  std::unordered_map<std::string, Token> tokens_;
};

/// The token service's Token object.
std::string token_text(const Token& token, Instant now);

}  // namespace mayday::hotel
