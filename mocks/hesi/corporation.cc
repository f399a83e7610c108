#include "corporation.h"

#include "outbound.h"
#include "shapes.h"

namespace mayday::hesi {

Corporation::Corporation(const EstatePlan& estate, std::int64_t starts, SignRs256 sign)
    : operations_(rows()),
      epoch_(starts),
      starts_(starts),
      people_(estate),
      tokens_(starts, std::move(sign)) {
  load_fixtures();
}

void Corporation::identify(Exchange& x) const {
  operations_.identify(x);
  if (x.route < 0) return;
  auto person = rows()[static_cast<std::size_t>(x.route)].person;
  if (person != nullptr) x.person = (this->*person)(x);
}

std::optional<Response> Corporation::authenticate(Exchange& x, Instant now) {
  bring_up(now);
  if (x.route < 0 || rows()[static_cast<std::size_t>(x.route)].open) return std::nullopt;
  const Grant* grant = tokens_.valid(x.target.query("accessToken"), now);
  if (grant == nullptr) return error(403, kUnauthorised);
  // Which business calls take a V3 token is not documented. Our reading: all of them, beside v1's;
  // and where a version has been switched off, the refusal looks like V3's own, HTTP 200 and all.
  if (x.accepted_auth.empty()) return std::nullopt;
  for (const std::string& version : x.accepted_auth)
    if (version == to_text(grant->version)) return std::nullopt;
  x.auth_refused = true;
  return v3_refusal("403", kUnauthorised);
}

Handled Corporation::handle(const Exchange& x, Instant now) {
  bring_up(now);
  if (x.route < 0) return servlet(operations_.knows_path(x) ? 405 : 404, x.target.path());
  return (this->*rows()[static_cast<std::size_t>(x.route)].answer)(x, now);
}

Instant Corporation::next_due() const {
  if (!outbox_.empty()) return outbox_since_;
  return due_.empty() ? kNever : due_.begin()->first.first;
}

std::vector<Push> Corporation::advance(Instant now) {
  bring_up(now);
  return std::exchange(outbox_, {});
}

void Corporation::bring_up(Instant now) {
  while (!due_.empty() && due_.begin()->first.first <= now) {
    auto [key, due] = *due_.begin();
    due_.erase(due_.begin());
    if (due.batch != nullptr) {
      apply(*due.batch, key.first);
    } else if (due.check->state == FlowState::pending) {
      Notices notices = pass_check(*due.check, ids_, key.first);
      stepped(*due.check, notices, key.first);
    }
  }
}

void Corporation::stepped(const Flow& flow, const Notices& notices, Instant at) {
  flows_.settle(flow);
  for (const Notice& notice : notices) {
    if (notice.receiver.empty()) continue;  // a node whose approver was left out at submission
    if (outbox_.empty()) outbox_since_ = at;
    outbox_.push_back(approval_event(flow, notice, people_));
  }
}

std::vector<BookEntry> Corporation::books() const {
  std::vector<BookEntry> all;
  for (const Flow& flow : flows_.all()) {
    if (flow.fixture) continue;
    std::string state = "approved";
    switch (flow.state) {
      case FlowState::draft:
      case FlowState::pending:
      case FlowState::approving:
        state = "open";
        break;
      case FlowState::rejected:
      case FlowState::nullified:
        state = "rejected";
        break;
      case FlowState::paying:
      case FlowState::processing:
      case FlowState::paid:
      case FlowState::archived:
        break;
    }
    const std::string& key = flow.outer_code.empty() ? flow.id : flow.outer_code;
    all.push_back({"claim", key, flow.id, std::move(state), flow.amount});
  }
  return all;
}

std::optional<Response> missing(const Exchange& x, std::initializer_list<std::string_view> names) {
  for (std::string_view name : names)
    if (!x.target.has(name)) return servlet(404, x.target.path());
  return std::nullopt;
}

}  // namespace mayday::hesi
