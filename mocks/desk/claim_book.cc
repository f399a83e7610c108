#include "claim_book.h"

namespace mayday {
namespace {

std::string_view book_state(ClaimState state) {
  switch (state) {
    case ClaimState::waiting:
      return "open";
    case ClaimState::approved:
      return "approved";
    case ClaimState::rejected:
      return "rejected";
    case ClaimState::unknown:
    case ClaimState::refused:
      break;
  }
  return "unknown";
}

}  // namespace

ClaimBook::Index ClaimBook::open(Claim claim) {
  Index index = claims_.size();
  by_order_[claim.order] = index;
  claims_.push_back(std::move(claim));
  return index;
}

void ClaimBook::accept(Index index, const std::string& flow) {
  Claim& claim = claims_[index];
  claim.flow = flow;
  by_flow_[flow] = index;
  settle(index, ClaimState::waiting);
  auto early = early_.find(flow);
  if (early == early_.end()) return;
  ClaimState decision = early->second;
  early_.erase(early);
  settle(index, decision);
}

void ClaimBook::decide(const std::string& flow, ClaimState decision) {
  auto found = by_flow_.find(flow);
  if (found == by_flow_.end()) {
    early_.emplace(flow, decision);
    return;
  }
  const Claim& claim = claims_[found->second];
  if (claim.state == ClaimState::waiting) {
    settle(found->second, decision);
  } else if (claim.manual && claim.state == decision) {
    mark_posted(found->second);
  }
}

std::int64_t ClaimBook::approve_manually(const std::string& department) {
  std::vector<Index> all = waiting_of(department);
  for (Index index : all) {
    claims_[index].manual = true;
    settle(index, ClaimState::approved);
  }
  return static_cast<std::int64_t>(all.size());
}

const Claim* ClaimBook::find(std::string_view order) const {
  auto found = by_order_.find(std::string(order));
  return found == by_order_.end() ? nullptr : &claims_[found->second];
}

const Claim* ClaimBook::find_flow(const std::string& flow) const {
  auto found = by_flow_.find(flow);
  return found == by_flow_.end() ? nullptr : &claims_[found->second];
}

std::vector<ClaimBook::Index> ClaimBook::waiting_of(const std::string& department) const {
  auto found = waiting_by_department_.find(department);
  if (found == waiting_by_department_.end()) return {};
  return {found->second.begin(), found->second.end()};
}

Instant ClaimBook::oldest_waiting() const {
  // Claims are numbered as they come in, so the smallest number is the oldest.
  return waiting_.empty() ? kNever : claims_[*waiting_.begin()].handed_in;
}

void ClaimBook::add_to(std::vector<BookEntry>& books) const {
  for (const Claim& claim : claims_) {
    if (claim.state == ClaimState::refused) continue;
    books.push_back(
        {"claim", claim.order, claim.flow, std::string(book_state(claim.state)), claim.amount});
  }
}

void ClaimBook::settle(Index index, ClaimState state) {
  Claim& claim = claims_[index];
  claim.state = state;
  if (state == ClaimState::waiting) {
    waiting_.insert(index);
    waiting_by_department_[claim.department].insert(index);
  } else {
    waiting_.erase(index);
    waiting_by_department_[claim.department].erase(index);
  }
}

}  // namespace mayday
