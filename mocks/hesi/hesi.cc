#include "mayday/hesi/hesi.h"

#include "corporation.h"
#include "shapes.h"

namespace mayday {

struct Hesi::Parts {
  hesi::Corporation corporation;
};

Hesi::Hesi(const EstatePlan& estate, std::int64_t starts, SignRs256 sign)
    : parts_(new Parts{hesi::Corporation(estate, starts, std::move(sign))}) {}

Hesi::~Hesi() = default;

void Hesi::identify(Exchange& x) const { parts_->corporation.identify(x); }

std::optional<Response> Hesi::authenticate(Exchange& x, Instant now) {
  return parts_->corporation.authenticate(x, now);
}

Handled Hesi::handle(Exchange& x, Instant now) { return parts_->corporation.handle(x, now); }

Instant Hesi::next_due() const { return parts_->corporation.next_due(); }

std::vector<Push> Hesi::advance(Instant now) { return parts_->corporation.advance(now); }

std::vector<BookEntry> Hesi::books() const { return parts_->corporation.books(); }

Response Hesi::failure(const Exchange& x, int status) const {
  switch (status) {
    case 403:
      return hesi::error(status, hesi::kUnauthorised);
    case 404:
    case 405:
      return hesi::servlet(status, x.target.path());
    case 413:
      return hesi::plain(status, "Request Entity Too Large");
    case 429:  // not documented: there is no general limit
      return hesi::error(status, "请求过于频繁，请稍后再试");
    case 500:
      return hesi::error(status, "internal error");
    case 502:
      return hesi::plain(status, "Bad Gateway");
    case 503:
      return hesi::plain(status, "Service Unavailable");
    case 504:
      return hesi::plain(status, "Gateway Time-out");
    default:
      return hesi::error(status, status < 500 ? "请求参数错误" : "internal error");
  }
}

}  // namespace mayday
