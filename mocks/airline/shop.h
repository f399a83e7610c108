#pragma once

#include <deque>
#include <memory>
#include <string>
#include <unordered_map>

#include "trip.h"

namespace mayday::airline {

/// An offer and the search it belongs to; both null when there is no such offer.
struct Found {
  Search* search = nullptr;
  Offer* offer = nullptr;
};

/// Searches and offers. Searches are forgotten an hour and a half after they ran out, so that a
/// client which comes too late is told "expired" rather than "unknown", and memory stays bounded.
class Shop {
 public:
  explicit Shop(std::string currency) : currency_(std::move(currency)) {}

  /// Names the search and its travellers, fills in its offers and keeps it. Pointers to older
  /// searches may end with it.
  Search& keep(Search search, Instant now);

  const Search* find_search(const std::string& id) const;
  Found find(const std::string& offer_id);
  const std::string& currency() const { return currency_; }

 private:
  void forget_old(Instant now);
  void add_offers(Search& search);

  std::string currency_;
  std::uint64_t searches_made_ = 0;
  std::uint64_t offers_made_ = 0;
  std::uint64_t travellers_seen_ = 0;
  std::deque<std::unique_ptr<Search>> searches_;  // oldest first
  std::unordered_map<std::string, Search*> by_id_;
  std::unordered_map<std::string, Found> offers_;
};

}  // namespace mayday::airline
