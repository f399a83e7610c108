#include "shopping.h"

#include <algorithm>

#include "offer_text.h"
#include "wire.h"

namespace mayday::hotel {
namespace {

using std::chrono::days;

/// A hotel with what it has to offer.
struct Shelf {
  const Property* property;
  std::vector<const Offer*> offers;
};

std::chrono::sys_days local_date(const Property& property, std::chrono::sys_time<Duration> wall) {
  return std::chrono::floor<days>(wall + std::chrono::minutes{property.city->utc_minutes});
}

std::chrono::sys_days read_date(Query& query, std::string_view name,
                                std::chrono::sys_days otherwise) {
  if (!query.has(name)) return otherwise;
  auto date = parse_date(query.text(name));
  if (!date) query.refuse(bad_parameter(name, std::string(name) + " must be a date"));
  return date.value_or(otherwise);
}

void check_dates(Query& query, const Stay& stay, std::chrono::sys_days today) {
  if (stay.check_in < today)
    query.refuse({400, 381, "INVALID CHECK-IN DATE", {}, "checkInDate", {}});
  if (stay.check_out <= stay.check_in)
    query.refuse({400,
                  404,
                  "CHECK_OUT DATE MUST BE FURTHER IN THE FUTURE THAN CHECK-IN DATE",
                  {},
                  "checkOutDate",
                  {}});
  if (stay.nights() > 99)
    query.refuse({400, 377, "MAX STAY DURATION IS EXCEEDED", {}, "checkOutDate", {}});
  if (stay.check_in > today + days{359})
    query.refuse({400, 3273, "MAXIMUM ADVANCE DAYS BOOKING EXCEEDED", {}, "checkInDate", {}});
}

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
  auto today = hotels.empty() ? std::chrono::floor<days>(door_.wall(now))
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

Stay Shopping::read_stay(Query& query, std::chrono::sys_days today) {
  Stay stay;
  stay.adults = query.number("adults", 1, 9, 1);
  for (std::string_view age : query.list("childAges", 9)) {
    stay.child_ages.push_back(whole_number(age, -1));
    if (stay.child_ages.back() < 0 || stay.child_ages.back() > 17)
      query.refuse(bad_parameter("childAges", "ages are from 0 to 17"));
  }
  stay.check_in = read_date(query, "checkInDate", today);
  stay.check_out = read_date(query, "checkOutDate", stay.check_in + days{1});
  check_dates(query, stay, today);
  stay.rooms = query.number("roomQuantity", 1, 9, 1);
  return stay;
}

Shopping::Wish Shopping::read_wish(Query& query) {
  Wish wish;
  if (query.has("countryOfResidence") && !is_upper(query.text("countryOfResidence"), 2))
    query.refuse(bad_parameter("countryOfResidence", "a country has two capital letters"));
  if (query.has("currency") && !is_upper(query.text("currency"), 3))
    query.refuse({400, 61, "INVALID CURRENCY CODE", {}, "currency", {}});
  read_price_range(query, wish);
  wish.payment = query.choice("paymentPolicy", "NONE", {"GUARANTEE", "DEPOSIT", "NONE"});
  wish.board = query.choice(
      "boardType", "", {"ROOM_ONLY", "BREAKFAST", "HALF_BOARD", "FULL_BOARD", "ALL_INCLUSIVE"});
  wish.rates = query.list("rateCodes", 8);
  for (std::string_view code : wish.rates) {
    if (!is_code(code, 3)) query.refuse(bad_parameter("rateCodes", "rate codes have 3 characters"));
    if (code == "COR")  // a company's rate that this office has not loaded
      query.refuse(
          {400, 562, "RESTRICTED ACCESS FOR THE REQUESTED RATES AND CHAINS", {}, "rateCodes", {}});
    if (code != "RAC" && code != "PRO")
      query.refuse({400, 533, "INVALID RATE CODE", {}, "rateCodes", {}});
  }
  wish.include_closed = query.flag("includeClosed", false);
  wish.best_only = query.flag("bestRateOnly", true);
  return wish;
}

/// "200-300", "-300" or "100", a night, in whole units.
void Shopping::read_price_range(Query& query, Wish& wish) {
  if (!query.has("priceRange")) return;
  std::string_view text = query.text("priceRange");
  if (!query.has("currency"))
    query.refuse(bad_parameter("priceRange", "priceRange needs a currency"));
  std::size_t dash = text.find('-');
  std::string_view least = text.substr(0, dash);
  int from = least.empty() && dash == 0 ? 0 : whole_number(least, -1);
  int to = dash == text.npos ? 0 : whole_number(text.substr(dash + 1), -1);
  if (from < 0 || to < 0 || (to > 0 && to < from))
    query.refuse(bad_parameter("priceRange", "write 200-300, -300 or 100"));
  wish.nightly_least = std::int64_t{from} * 100;
  wish.nightly_most = std::int64_t{to} * 100;
}

bool Shopping::suits(const Offer& offer, const Wish& wish) {
  const Rate& kind = rate(offer.variant);
  std::string_view payment = wants_deposit(offer.property) ? "DEPOSIT" : "GUARANTEE";
  if (wish.payment != "NONE" && wish.payment != payment) return false;
  if (!wish.board.empty() && wish.board != kind.board) return false;
  if (!wish.rates.empty() &&
      std::find(wish.rates.begin(), wish.rates.end(), kind.code) == wish.rates.end())
    return false;
  std::int64_t nightly = offer.nightly_minor;
  return nightly >= wish.nightly_least && (wish.nightly_most == 0 || nightly <= wish.nightly_most);
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
