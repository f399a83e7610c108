#include "key_book.h"

namespace mayday::payment {
namespace {

constexpr Duration kLives = 24h;
constexpr std::size_t kLongest = 255;

}  // namespace

KeyedRequest::KeyedRequest(const Exchange& x)
    : key(x.request.headers.get("idempotency-key")),
      text(x.target.path() + "\n" + x.request.body),
      id(request_id(x)) {}

std::optional<Problem> key_problem(const KeyedRequest& request) {
  if (request.has_key() && request.key.size() <= kLongest) return std::nullopt;
  return Problem{400, "idempotency_key_missing", "Send an Idempotency-Key of 1 to 255 characters."};
}

std::optional<Response> KeyBook::find(const KeyedRequest& request, Instant now) {
  forget_old(now);
  auto known = keys_.find(request.key);
  if (known == keys_.end()) return std::nullopt;
  if (known->second.request == request.text)
    return answer(request.id, known->second.status, known->second.answer);
  return refuse(request.id, {409, "idempotency_conflict",
                             "This Idempotency-Key was used for another request."});
}

void KeyBook::remember(const KeyedRequest& request, int status, std::string answer, Instant now) {
  if (!request.has_key()) return;
  oldest_.push_back(request.key);
  keys_[request.key] = Remembered{request.text, status, std::move(answer), now};
}

void KeyBook::forget_old(Instant now) {
  while (!oldest_.empty() && keys_.at(oldest_.front()).at + kLives <= now) {
    keys_.erase(oldest_.front());
    oldest_.pop_front();
  }
}

}  // namespace mayday::payment
