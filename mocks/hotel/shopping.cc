#include "shopping.h"

#include <algorithm>

#include "mayday/base/json_text.h"
#include "offer_text.h"
#include "wire.h"

namespace mayday::hotel {
namespace {

/// A hotel with what it has to offer.
struct Shelf {
  const Property* property;
  std::vector<const Offer*> offers;
};

/// Cheapest hotel first; then in the order asked for.
void sort_shelves(std::vector<Shelf>& shelves) {
  std::stable_sort(shelves.begin(), shelves.end(), [](const Shelf& a, const Shelf& b) {
    if (a.offers.empty() || b.offers.empty()) return !a.offers.empty() && b.offers.empty();
    return a.offers.front()->total_minor() < b.offers.front()->total_minor();
  });
}

}  // namespace

Handled Shopping::search_hotel_offers(const Exchange& x, Instant now) {
  forget_old(now);
  Stamp stamp(x);
  Query query(x.target);
  std::vector<Property> hotels = query.hotels(20);
  auto today = hotels.empty() ? std::chrono::floor<std::chrono::days>(door_.wall(now))
                              : local_date(hotels.front(), door_.wall(now));
  Stay stay = read_stay(query, today);
  Wish wish = read_wish(query);
  if (!query.passed()) return door_.refuse(stamp, query.first());

  std::vector<Shelf> shelves;
  bool some_not_full = false;
  for (const Property& property : hotels) {
    bool full = property.oddity == Oddity::always_full;
    some_not_full = some_not_full || !full;
    if (property.oddity == Oddity::is_slow) continue;  // too late for this answer
    std::vector<const Offer*> offers;
    if (!full) offers = offers_of(property, stay, wish, now);
    if (!offers.empty() || (full && wish.include_closed))
      shelves.push_back({&property, std::move(offers)});
  }
  if (!some_not_full && shelves.empty()) return door_.refuse(stamp, no_rooms(hotels.front().id));
  bool only_slow = std::all_of(hotels.begin(), hotels.end(), [](const Property& property) {
    return property.oddity == Oddity::is_slow;
  });
  if (shelves.empty() && !only_slow)
    return door_.refuse(stamp, {400, 424, "NO HOTELS FOUND WHICH MATCH THIS INPUT", {}, {}, {}});

  sort_shelves(shelves);
  std::string body = R"({"data":[)";
  for (const Shelf& shelf : shelves) {
    if (body.back() == '}') body += ',';
    append_hotel_offers(body, *shelf.property, stay, shelf.offers, stamp.base, false);
  }
  append(body, "]", warnings_text(query.unknown()), "}");
  return door_.answer(stamp, 200, std::move(body));
}

Handled Shopping::get_hotel_offer(const Exchange& x, Instant now) {
  Stamp stamp(x);
  const std::string& id = x.values.at(0);
  if (id.size() < 2 || id.size() > 100 || !is_code(id, id.size()))
    return door_.refuse(stamp, {400, 36801, "INVALID OFFER ID", {}, "offerId", {}});
  // A search never shows an offer of the slow hotel; its id stands for one, to be asked about.
  auto named = find_property(std::string_view(id).substr(0, 8));
  if (named && named->oddity == Oddity::is_slow)
    return door_.refuse(stamp, {400, 784, "PROVIDER TIME OUT", {}, {}, {}});
  const Offer* offer = find(id, now);
  if (offer == nullptr)
    return door_.refuse(stamp,
                        {404, 1797, "NOT FOUND", "The offer has expired or never was", {}, {}});
  std::string body = R"({"data":)";
  append_hotel_offers(body, offer->property, offer->stay, {offer}, stamp.base, true);
  body += '}';
  return door_.answer(stamp, 200, std::move(body));
}

const Offer* Shopping::find(const std::string& id, Instant now) const {
  auto found = offers_.find(id);
  if (found == offers_.end() || found->second.created + kOfferLives <= now) return nullptr;
  return &found->second;
}

std::vector<const Offer*> Shopping::offers_of(const Property& property, const Stay& stay,
                                              const Wish& wish, Instant now) {
  std::vector<const Offer*> offers;
  for (int variant = 0; variant < kRates; ++variant) {
    Offer offer;
    offer.property = property;
    offer.stay = stay;
    offer.variant = variant;
    offer.nightly_minor = nightly_minor(property, stay.check_in, variant);
    offer.created = now;
    if (!suits(offer, wish)) continue;
    offer.id = opaque_code("hotel.offer", ++made_, 10);
    oldest_.push_back(offer.id);
    offers.push_back(&(offers_[offer.id] = std::move(offer)));
    if (wish.best_only) break;
  }
  return offers;
}

void Shopping::forget_old(Instant now) {
  while (!oldest_.empty() && offers_.at(oldest_.front()).created + kOfferLives <= now) {
    offers_.erase(oldest_.front());
    oldest_.pop_front();
  }
}

}  // namespace mayday::hotel
