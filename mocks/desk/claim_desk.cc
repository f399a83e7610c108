#include "claim_desk.h"

#include <algorithm>
#include <boost/json/serialize.hpp>

#include "answers.h"
#include "mayday/base/check.h"
#include "mayday/base/json_text.h"

namespace mayday {
namespace {

std::string_view told_state(ClaimState state) {
  switch (state) {
    case ClaimState::unknown:
    case ClaimState::refused:
      return "submitted";
    case ClaimState::waiting:
      return "approving";
    case ClaimState::approved:
      return "approved";
    case ClaimState::rejected:
      return "rejected";
  }
  return "submitted";
}

/// Whether a text is a date such as 2026-03-02.
bool is_date(const std::string& text) { return parse_rfc3339(text + "T00:00:00Z").count() >= 0; }

Money amount_in(const json::object& wish) {
  const json::value* amount = wish.if_contains("amount");
  Money money;
  money.minor = -1;
  if (amount && amount->is_string()) money.minor = minor_units(std::string(amount->get_string()));
  if (amount && amount->is_number()) money.minor = minor_units(json::serialize(*amount));
  return money;
}

Response claim_answer(int status, const Claim& claim) {
  bool unknown = claim.state == ClaimState::unknown && status == 504;
  JsonText body;
  body.open()
      .text("claim", claim.order)
      .text("state", unknown ? "unknown" : told_state(claim.state))
      .text("route", claim.manual ? "manual" : "hesi")
      .close();
  return answer(status, std::move(body));
}

}  // namespace

Task<Response> ClaimDesk::hand_in(Session who, json::object wish, Caller caller) {
  Claim claim;
  claim.title = text_in(wish, "title");
  claim.date = text_in(wish, "date");
  claim.amount = amount_in(wish);
  bool sound = !claim.title.empty() && claim.amount.minor > 0 && is_date(claim.date);
  if (!sound) co_return refusal(400, "invalid_claim");
  claim.order = new_order();
  claim.staff = who.staff;
  claim.department = who.department;
  claim.handed_in = world_.now();
  claim.journeys = caller.origin.journeys;
  ClaimBook::Index index = book_.open(claim);
  Answer made = co_await documents_.create(std::move(claim), caller);
  book_.handed_in_by(index, made.request_id);
  std::string flow(text_in(member_of(made.body(), "flow"), "id"));
  if (made.good() && !flow.empty()) {
    book_.accept(index, flow);
    co_return claim_answer(201, book_.at(index));
  }
  // An earlier attempt may have handed it in; then Hesi turns the order number down as taken.
  if (made.maybe_done && made.status == 400) {
    Document found = co_await documents_.look_up(book_.at(index).order, caller);
    if (found.lookup == Lookup::found) {
      book_.accept(index, found.flow);
      co_return claim_answer(201, book_.at(index));
    }
    if (found.lookup == Lookup::absent) made.maybe_done = false;
  }
  if (made.maybe_done) co_return claim_answer(504, book_.at(index));
  book_.refuse(index);
  co_return refusal(502, "claim_not_accepted");
}

Response ClaimDesk::show(const Session& who, std::string_view order) const {
  const Claim* claim = book_.find(order);
  bool may_see =
      claim && (claim->staff == who.staff || (who.manager && claim->department == who.department));
  if (!may_see || claim->state == ClaimState::refused) return refusal(404, "unknown_claim");
  return claim_answer(200, *claim);
}

std::string ClaimDesk::new_order() const {
  std::string day = civil_date(std::chrono::seconds{starts_});
  day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
  std::string number = std::to_string(book_.size() + 1);
  return "CL" + day + std::string(number.size() < 6 ? 6 - number.size() : 0, '0') + number;
}

}  // namespace mayday
