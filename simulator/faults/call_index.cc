#include "mayday/faults/call_index.h"

#include <algorithm>

#include "mayday/base/tally_bounds.h"

namespace mayday {
namespace {

std::size_t bucket(Duration latency) {
  std::int64_t ms = std::chrono::duration_cast<std::chrono::milliseconds>(latency).count();
  return static_cast<std::size_t>(
      std::lower_bound(std::begin(kTallyBounds), std::end(kTallyBounds), ms) -
      std::begin(kTallyBounds));
}

bool failed(std::string_view outcome) {
  return outcome.size() != 3 || outcome.front() >= '5' || outcome.front() < '1';
}

}  // namespace

void CallIndex::began(const std::string& id, Member member, std::string_view operation,
                      Instant at) {
  auto [call, fresh] = calls_.try_emplace(id);
  // A caller may use one id for several calls; that one of them failed is what it is evidence of.
  if (!call->second.failing) call->second = CallRecord{member, std::string(operation), at, false};
  if (!fresh) return;
  order_.push_back(&call->first);
  if (order_.size() <= kKept) return;
  calls_.erase(calls_.find(*order_.front()));
  order_.pop_front();
}

void CallIndex::failing(const std::string& id, std::string_view outcome) {
  auto call = calls_.find(id);
  if (call == calls_.end() || call->second.failing) return;
  call->second.failing = true;
  if (on_failing) on_failing(id, call->second, outcome);
}

void CallIndex::ended(Member member, std::string_view operation, std::string_view outcome,
                      Duration latency) {
  Count& count = tally_[Key{member, std::string(operation), std::string(outcome)}];
  if (count.latencies.empty()) count.latencies.resize(std::size(kTallyBounds) + 1);
  ++count.count;
  ++count.latencies[bucket(latency)];
  auto& [all, bad] = totals_[static_cast<std::size_t>(member)];
  ++all;
  if (failed(outcome)) ++bad;
}

const CallRecord* CallIndex::find(const std::string& id) const {
  auto call = calls_.find(id);
  return call == calls_.end() ? nullptr : &call->second;
}

}  // namespace mayday
