#pragma once

#include <deque>
#include <optional>
#include <string>
#include <unordered_map>

#include "answers.h"
#include "mayday/base/time.h"

namespace mayday::payment {

/// A request as its idempotency key sees it.
struct KeyedRequest {
  explicit KeyedRequest(const Exchange& x);

  bool has_key() const { return !key.empty(); }

  std::string key;
  std::string text;  ///< Path and body: what must be the same when the key comes again.
  std::string id;    ///< The request id, for answers.
};

/// What is wrong with a key that must be there.
std::optional<Problem> key_problem(const KeyedRequest& request);

/// The answers that keys had. Each is kept for a day; refusals are not kept.
class KeyBook {
 public:
  /// The answer of the request that the key has named, or a refusal when that was another one;
  /// nothing: the key is new, or there is none.
  std::optional<Response> find(const KeyedRequest& request, Instant now);

  void remember(const KeyedRequest& request, int status, std::string answer, Instant now);

 private:
  struct Remembered {
    std::string request;
    int status;
    std::string answer;
    Instant at;
  };

  void forget_old(Instant now);

  std::unordered_map<std::string, Remembered> keys_;
  std::deque<std::string> oldest_;
};

}  // namespace mayday::payment
