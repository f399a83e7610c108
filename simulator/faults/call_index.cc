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
  if (!call->second.failing)
    call->second = CallRecord{member, std::string(operation), at, false, {}};
  if (!fresh) return;
  order_.push_back(&call->first);
  if (order_.size() <= kKept) return;
  calls_.erase(calls_.find(*order_.front()));
  order_.pop_front();
}

void CallIndex::failing(const std::string& id, std::string_view outcome, std::string_view fault) {
  auto found = calls_.find(id);
  if (found == calls_.end()) return;
  CallRecord& call = found->second;
  bool known = std::find(call.faults.begin(), call.faults.end(), fault) != call.faults.end();
  if (!fault.empty() && !known) call.faults.emplace_back(fault);
  if (std::exchange(call.failing, true)) return;
  if (on_failing) on_failing(id, call, outcome);
}

void CallIndex::ended(Member member, std::string_view operation, std::string_view outcome,
                      Duration latency) {
  Count& count = tally_[Key{member, std::string(operation), std::string(outcome)}];
  if (count.latencies.empty()) count.latencies.resize(std::size(kTallyBounds) + 1);
  ++count.count;
  ++count.latencies[bucket(latency)];
  bool bad = failed(outcome);
  add(totals_[static_cast<std::size_t>(member)], bad);
  for (Watched& watched : watched_)
    if (watched.member == member && watched.operation == operation) add(watched.totals, bad);
}

void CallIndex::watch(Member member, std::string operation) {
  watched_.push_back({member, std::move(operation), {}});
}

CallIndex::Totals CallIndex::totals(Member member, std::string_view operation) const {
  for (const Watched& watched : watched_)
    if (watched.member == member && watched.operation == operation) return watched.totals;
  return {};
}

void CallIndex::add(Totals& totals, bool failed) {
  ++totals.first;
  if (failed) ++totals.second;
}

const CallRecord* CallIndex::find(const std::string& id) const {
  auto call = calls_.find(id);
  return call == calls_.end() ? nullptr : &call->second;
}

}  // namespace mayday
