#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <unordered_map>
#include <utility>

#include "mayday/faults/exchange.h"

namespace mayday {

/// Who began what at a vendor, by the order number that the caller has given it: what the vendor
/// later says of an order is that caller's business, however long ago the call was. The oldest are
/// forgotten past `kKept`.
class Beginnings {
 public:
  static constexpr std::size_t kKept = 100'000;

  struct Beginning {
    Origin origin;
    std::string call;  ///< Request id of the call that began it.
  };

  /// Of several calls that say that they begin an order the first has.
  void note(const std::string& order, const Exchange& x) {
    auto [begun, fresh] = begun_.try_emplace(order, Beginning{x.origin, x.id});
    if (!fresh) return;
    oldest_.push_back(&begun->first);
    if (oldest_.size() <= kKept) return;
    begun_.erase(begun_.find(*oldest_.front()));
    oldest_.pop_front();
  }

  /// Null for an order that nobody is known to have begun.
  const Beginning* find(const std::string& order) const {
    auto begun = begun_.find(order);
    return begun == begun_.end() ? nullptr : &begun->second;
  }

 private:
  std::unordered_map<std::string, Beginning> begun_;  // looked up, never walked
  std::deque<const std::string*> oldest_;             // keys of `begun_`
};

}  // namespace mayday
