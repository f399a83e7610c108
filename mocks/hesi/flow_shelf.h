#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "flow.h"

namespace mayday::hesi {

/// All the documents of the tenant, in the order they were made, and the ways to find one.
/// Documents are never taken out: a deleted one is only marked.
class FlowShelf {
 public:
  Flow& add(Flow flow);

  const std::deque<Flow>& all() const { return flows_; }
  /// Each returns nullptr when there is none.
  Flow* by_id(std::string_view id) { return find(by_id_, id); }
  Flow* by_code(std::string_view code) { return find(by_code_, code); }
  Flow* by_outer_code(std::string_view code) { return find(by_outer_code_, code); }
  const Flow* by_id(std::string_view id) const { return find(by_id_, id); }
  const Flow* by_code(std::string_view code) const { return find(by_code_, code); }
  const Flow* by_outer_code(std::string_view code) const { return find(by_outer_code_, code); }

  /// Gives a document another outer code, which no other has.
  void set_outer_code(Flow& flow, std::string code);
  /// To be called after every step: keeps the lists of what waits for whom.
  void settle(const Flow& flow);
  /// Documents with an open task of this person, newest task first: at most `count` of them, after
  /// the first `start`.
  std::vector<const Flow*> waiting_for(const std::string& staff, std::size_t start,
                                       std::size_t count) const;
  /// How many there are in all.
  std::size_t waiting(const std::string& staff) const;

 private:
  using Index = std::unordered_map<std::string_view, Flow*>;  // looked up, never walked
  struct Place {
    std::string staff;
    std::string task;
    std::uint64_t turn = 0;
  };
  static Flow* find(const Index& index, std::string_view key) {
    auto found = index.find(key);
    return found == index.end() ? nullptr : found->second;
  }

  std::deque<Flow> flows_;  // a deque, because addresses must stay
  Index by_id_;
  Index by_code_;
  Index by_outer_code_;
  std::unordered_map<const Flow*, Place> places_;  // looked up, never walked
  std::unordered_map<std::string, std::map<std::uint64_t, const Flow*>> waiting_;
  std::uint64_t turns_ = 0;
};

}  // namespace mayday::hesi
