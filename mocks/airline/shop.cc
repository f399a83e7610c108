#include "shop.h"

#include "lifecycle.h"
#include "schedule.h"
#include "wire.h"

namespace mayday::airline {
namespace {

constexpr Duration kRemembered = 2h;
constexpr int kOffers = 3;

}  // namespace

const Search* Shop::find_search(const std::string& id) const {
  auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

Found Shop::find(const std::string& offer_id) {
  auto found = offers_.find(offer_id);
  return found == offers_.end() ? Found{} : found->second;
}

void Shop::forget_old(Instant now) {
  while (!searches_.empty() && searches_.front()->created + kRemembered <= now) {
    const Search& old = *searches_.front();
    for (const Offer& offer : old.offers) offers_.erase(offer.id);
    by_id_.erase(old.id);
    searches_.pop_front();
  }
}

void Shop::add_offers(Search& search) {
  if (oddities(search.trip).no_offers) return;
  for (int variant = 0; variant < kOffers; ++variant) {
    if (connections(search.trip, variant) > search.max_connections) continue;
    if (answer_time(variant) > search.patience || !keeps_hours(search.trip, variant)) continue;
    Offer offer;
    offer.number = ++offers_made_;
    offer.id = opaque_id("off_", offer.number);
    offer.variant = variant;
    set_fare(search.trip, offer);
    search.offers.push_back(std::move(offer));
  }
}

Search& Shop::keep(Search search, Instant now) {
  forget_old(now);
  search.id = opaque_id("orq_", ++searches_made_);
  search.created = now;
  for (Traveller& traveller : search.trip.travellers)
    traveller.id = opaque_id("pas_", ++travellers_seen_);
  add_offers(search);
  Search& kept = *searches_.emplace_back(std::make_unique<Search>(std::move(search)));
  by_id_[kept.id] = &kept;
  for (Offer& offer : kept.offers) offers_[offer.id] = Found{&kept, &offer};
  return kept;
}

}  // namespace mayday::airline
