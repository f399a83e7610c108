#pragma once

#include <deque>
#include <memory>
#include <string>
#include <unordered_map>

#include "door.h"
#include "mayday/faults/vendor.h"
#include "offer_text.h"
#include "price_input.h"
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
  Shop(Door& door, std::string currency) : door_(door), currency_(std::move(currency)) {}

  Handled create_offer_request(const Exchange& x, Instant now);
  Handled get_offer_request(const Exchange& x, Instant now);
  Handled list_offers(const Exchange& x, Instant now);
  Handled get_offer(const Exchange& x, Instant now);
  Handled price_offer(const Exchange& x, Instant now);

  /// For booking. Pointers hold until the next search.
  Found find(const std::string& offer_id);
  const std::string& currency() const { return currency_; }

 private:
  /// What reading an offer does to it: why it cannot be had any more, or nothing.
  std::optional<Refusal> reread(Found found) const;
  std::optional<Refusal> price_refusal(const PriceInput& input, Found found, Instant now) const;
  void append_current(std::string& out, Found found, bool services, Instant now) const;
  void forget_old(Instant now);
  void add_offers(Search& search);
  Search& keep(Search search, Instant now);
  OfferTimes times(const Search& search, Instant updated) const;
  void append_offers(std::string& out, const Search& search) const;

  Door& door_;
  std::string currency_;
  std::uint64_t searches_made_ = 0;
  std::uint64_t offers_made_ = 0;
  std::uint64_t travellers_seen_ = 0;
  std::deque<std::unique_ptr<Search>> searches_;  // oldest first
  std::unordered_map<std::string, Search*> by_id_;
  std::unordered_map<std::string, Found> offers_;
};

}  // namespace mayday::airline
