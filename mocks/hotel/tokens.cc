#include "tokens.h"

#include <algorithm>

#include "mayday/base/json_text.h"
#include "wire.h"

namespace mayday::hotel {

bool Tokens::knows(std::string_view client, std::string_view secret) {
  return (client == kClient || client == kReadOnly || client == kRevoked) &&
         secret == "drill-secret";
}

const Token& Tokens::issue(std::string_view client, Instant now) {
  while (!oldest_.empty() && tokens_.at(oldest_.front()).issued + kLives + 1h <= now) {
    tokens_.erase(oldest_.front());
    oldest_.pop_front();
  }
  Token token{opaque_code("hotel.token", ++issued_, 28), std::string(client), now};
  oldest_.push_back(token.text);
  return tokens_[oldest_.back()] = std::move(token);
}

const Token* Tokens::find(const std::string& text) const {
  auto found = tokens_.find(text);
  return found == tokens_.end() ? nullptr : &found->second;
}

std::string token_text(const Token& token, Instant now) {
  auto left = std::chrono::duration_cast<std::chrono::seconds>(token.issued + Tokens::kLives - now);
  bool expired = left.count() <= 0;
  std::string_view state = expired ? "expired" : "approved";
  if (token.client == Tokens::kRevoked) state = "revoked";
  std::string out;
  append(
      out,
      R"({"type":"amadeusOAuth2Token","username":"ops@example.com","application_name":"hesi-drill","client_id":")",
      token.client, R"(","token_type":"Bearer","access_token":")", token.text, R"(","expires_in":)",
      std::to_string(std::max<std::int64_t>(0, left.count())), R"(,"state":")", state,
      R"(","scope":""})");
  return out;
}

}  // namespace mayday::hotel
