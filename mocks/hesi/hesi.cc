#include "mayday/hesi/hesi.h"

#include <algorithm>

#include "books.h"
#include "flow_desk.h"
#include "mayday/faults/operations.h"
#include "operations.h"
#include "shapes.h"

namespace mayday {
namespace {

const hesi::Operation& operation_of(const Exchange& x) {
  return hesi::all_operations()[static_cast<std::size_t>(x.route)];
}

}  // namespace

struct Hesi::Parts {
  Parts(const EstatePlan& estate, std::int64_t starts, SignRs256 sign, HesiSettings settings)
      : routes(hesi::all_operations()),
        tenant(estate, starts, std::move(sign), std::move(settings)) {}

  Operations routes;
  hesi::Tenant tenant;
};

Hesi::Hesi(const EstatePlan& estate, std::int64_t starts, SignRs256 sign, HesiSettings settings)
    : parts_(std::make_unique<Parts>(estate, starts, std::move(sign), std::move(settings))) {}

Hesi::~Hesi() = default;

void Hesi::identify(Exchange& x) const {
  parts_->routes.identify(x);
  if (x.route < 0) return;
  auto person = operation_of(x).person;
  if (person != nullptr) x.person = person(parts_->tenant, x);
}

std::optional<Response> Hesi::authenticate(Exchange& x, Instant now) {
  parts_->tenant.agenda.catch_up(now);
  if (x.route < 0 || operation_of(x).open) return std::nullopt;
  const hesi::Grant* grant = parts_->tenant.tokens.valid(x.target.query("accessToken"), now);
  if (grant == nullptr) return hesi::error(403, hesi::kUnauthorised);
  if (grant->issued < x.tokens_since) {
    x.auth_refused = true;
    return hesi::error(403, hesi::kUnauthorised);
  }
  // Which business calls take a V3 token is not documented. Our reading: all of them, beside v1's;
  // and where a version has been switched off, the refusal looks like V3's own, HTTP 200 and all.
  if (x.accepted_auth.empty()) return std::nullopt;
  for (const std::string& version : x.accepted_auth)
    if (version == to_text(grant->version)) return std::nullopt;
  x.auth_refused = true;
  return hesi::v3_refusal("403", hesi::kUnauthorised);
}

Handled Hesi::handle(Exchange& x, Instant now) {
  hesi::Tenant& tenant = parts_->tenant;
  tenant.agenda.catch_up(now);
  if (x.route < 0) return hesi::servlet(parts_->routes.knows_path(x) ? 405 : 404, x.target.path());
  Handled handled = operation_of(x).answer(tenant, x, now);
  if (!handled.write) return handled;
  handled.write = [&tenant, write = std::move(handled.write)](Instant at, Commit commit) {
    tenant.agenda.catch_up(at);
    return write(at, commit);
  };
  return handled;
}

Instant Hesi::next_due() const {
  const hesi::Tenant& tenant = parts_->tenant;
  return std::min(tenant.agenda.next_due(), tenant.outbox.next_due());
}

std::vector<Push> Hesi::advance(Instant now) {
  parts_->tenant.agenda.catch_up(now);
  return parts_->tenant.outbox.take();
}

bool Hesi::delivered(const Push& push, const PushAttempt& attempt) {
  parts_->tenant.agenda.catch_up(attempt.ended);
  return hesi::hear_of_delivery(parts_->tenant, push, attempt);
}

std::vector<BookEntry> Hesi::books() const { return hesi::books_of(parts_->tenant.flows); }

Response Hesi::failure(const Exchange& x, int status) const {
  switch (status) {
    case 403:
      return hesi::error(status, hesi::kUnauthorised);
    case 404:
    case 405:
      return hesi::servlet(status, x.target.path());
    case 413:
      return hesi::plain(status, "413 Request Entity Too Large");
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
