#include "shopping.h"

#include <algorithm>
#include <charconv>

#include "extras.h"
#include "lifecycle.h"
#include "paging.h"
#include "price_input.h"
#include "query.h"
#include "schedule.h"
#include "search_input.h"

namespace mayday::airline {
namespace {

/// A date line away it is already tomorrow or still yesterday: only what is past everywhere is
/// past.
std::chrono::sys_days earliest_date(std::int64_t starts, Instant now) {
  using std::chrono::days;
  std::chrono::sys_time<Duration> wall{std::chrono::seconds{starts} + now.since_start};
  return std::chrono::floor<days>(wall - 12h);
}

bool sorts(std::string_view order, std::string_view key) {
  return order == key || (order.starts_with('-') && order.substr(1) == key);
}

void sort_offers(std::vector<const Offer*>& offers, const Trip& trip, std::string_view order) {
  auto key = [&](const Offer* offer) -> std::int64_t {
    if (sorts(order, "total_amount")) return offer->base_minor + offer->tax_minor;
    return sorts(order, "total_duration") ? total_minutes(trip, offer->variant) : 0;
  };
  bool down = order.starts_with('-');
  std::sort(offers.begin(), offers.end(), [&](const Offer* a, const Offer* b) {
    std::int64_t first = key(a);
    std::int64_t second = key(b);
    if (first != second) return down ? first > second : first < second;
    return a->id < b->id;
  });
}

/// Every number of milliseconds outside the documented range is as good as none.
std::optional<Duration> read_patience(const Target& target) {
  std::string_view text = target.query("supplier_timeout");
  int milliseconds = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), milliseconds);
  bool whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || milliseconds < 2000 || milliseconds > 60'000) return std::nullopt;
  return std::chrono::milliseconds{milliseconds};
}

int read_max_connections(const Target& target, Review& review) {
  if (!target.has("max_connections")) return 9;
  std::string_view text = target.query("max_connections");
  if (text.size() == 1 && text[0] >= '0' && text[0] <= '9') return text[0] - '0';
  review.refuse("validation_type", "/max_connections", "max_connections must be a whole number");
  return 9;
}

/// What reading an offer does to it: why it cannot be had any more, or nothing.
std::optional<Refusal> reread(Found found) {
  Oddities odd = oddities(found.search->trip);
  if (odd.sold_out) return Refusal{.code = "offer_no_longer_available"};
  if (odd.dearer_on_each_read) found.offer->raised_minor += 1000;
  return std::nullopt;
}

std::optional<Refusal> price_refusal(const PriceInput& input, Found found, Instant now) {
  if (now >= found.search->created + kOfferLives) return Refusal{.code = "offer_expired"};
  if (auto refusal =
          extras_refusal(input.services, found.search->trip, *found.offer, "/intended_services"))
    return refusal;
  return reread(found);
}

}  // namespace

Handled Shopping::create_offer_request(const Exchange& x, Instant now) {
  Stamp stamp(x);
  Review review;
  Search asked =
      read_search(review.data(x.request.body), earliest_date(door_.starts(), now), review);
  bool with_offers = read_flag(x.target, "return_offers", review).value_or(true);
  if (!review.passed()) return door_.refuse(stamp, review.first(), now);
  asked.patience = read_patience(x.target).value_or(asked.patience);
  if (x.target.query("view") == "itineraries")
    return door_.refuse(stamp, {.code = "unavailable_feature"}, now);
  if (oddities(asked.trip).search_times_out)
    return door_.refuse(stamp, {.code = "gateway_timeout_error"}, now);

  const Search& search = shop_.keep(std::move(asked), now);
  std::string body = R"({"data":)";
  body.reserve(12'000);
  append_search(body, search, door_.wall(now));
  if (with_offers) append_offers(body, search);
  body += "}}";
  return door_.answer(stamp, 201, std::move(body), now);
}

Handled Shopping::get_offer_request(const Exchange& x, Instant now) {
  const Search* found = shop_.find_search(x.values.at(0));
  if (found == nullptr) return door_.refuse(Stamp(x), {.code = "not_found"}, now);
  const Search& search = *found;
  std::string body = R"({"data":)";
  append_search(body, search, door_.wall(search.created));
  append_offers(body, search);
  body += "}}";
  return door_.answer(Stamp(x), 200, std::move(body), now);
}

Handled Shopping::list_offers(const Exchange& x, Instant now) {
  Stamp stamp(x);
  Review review;
  std::string_view order = x.target.query("sort");
  if (x.target.query("offer_request_id").empty())
    review.refuse("validation_required", "/offer_request_id", "offer_request_id is required");
  if (!order.empty() && !sorts(order, "total_amount") && !sorts(order, "total_duration"))
    review.refuse("validation_inclusion", "/sort", "sort is not an allowed value");
  int most = read_max_connections(x.target, review);
  if (!review.passed()) return door_.refuse(stamp, review.first(), now);
  const Search* found = shop_.find_search(std::string(x.target.query("offer_request_id")));
  if (found == nullptr) return door_.refuse(stamp, {.code = "not_found"}, now);
  const Search& search = *found;
  std::vector<const Offer*> offers;
  for (const Offer& offer : search.offers)
    if (connections(search.trip, offer.variant) <= most) offers.push_back(&offer);
  sort_offers(offers, search.trip, order);
  std::vector<std::string_view> ids;
  for (const Offer* offer : offers) ids.emplace_back(offer->id);
  Page page = read_page(x.target, ids, review);
  if (!review.passed()) return door_.refuse(stamp, review.first(), now);

  OfferTimes stamps = times(search, search.created);
  std::string body = list_body(page, [&](std::string& out, std::size_t i) {
    Offer listed = *offers[i];
    listed.raised_minor = 0;  // lists show the price of the search
    append_offer(out, search, listed, stamps, shop_.currency(), false);
  });
  return door_.answer(stamp, 200, std::move(body), now);
}

Handled Shopping::get_offer(const Exchange& x, Instant now) {
  Stamp stamp(x);
  Found found = shop_.find(x.values.at(0));
  if (found.offer == nullptr) return door_.refuse(stamp, {.code = "not_found"}, now);
  Review review;
  bool services = read_flag(x.target, "return_available_services", review).value_or(false);
  if (!review.passed()) return door_.refuse(stamp, review.first(), now);
  if (auto refusal = reread(found)) return door_.refuse(stamp, *refusal, now);
  std::string body = R"({"data":)";
  append_current(body, found, services, now);
  return door_.answer(stamp, 200, std::move(body) + "}", now);
}

Handled Shopping::price_offer(const Exchange& x, Instant now) {
  Stamp stamp(x);
  Found found = shop_.find(x.values.at(0));
  if (found.offer == nullptr) return door_.refuse(stamp, {.code = "not_found"}, now);
  Review review;
  PriceInput input;
  if (!x.request.body.empty()) input = read_price(review.data(x.request.body), review);
  if (!review.passed()) return door_.refuse(stamp, review.first(), now);
  if (auto refusal = price_refusal(input, found, now)) return door_.refuse(stamp, *refusal, now);
  std::string body = R"({"data":)";
  append_current(body, found, false, now);
  body.pop_back();  // the offer's own brace: what was intended stands beside its members
  append_intentions(body, input, found.offer->total_minor(), shop_.currency());
  return door_.answer(stamp, 200, std::move(body) + "}}", now);
}

void Shopping::append_current(std::string& out, Found found, bool services, Instant now) const {
  append_offer(out, *found.search, *found.offer, times(*found.search, now), shop_.currency(),
               services);
}

OfferTimes Shopping::times(const Search& search, Instant updated) const {
  return {door_.wall(search.created), door_.wall(updated), door_.wall(search.created + kOfferLives),
          door_.wall(search.created + kHoldLives), door_.wall(search.created + kPriceStands)};
}

void Shopping::append_offers(std::string& out, const Search& search) const {
  out += R"(,"offers":[)";
  OfferTimes stamps = times(search, search.created);
  for (const Offer& offer : search.offers) {
    if (out.back() == '}') out += ',';
    Offer listed = offer;
    listed.raised_minor = 0;
    append_offer(out, search, listed, stamps, shop_.currency(), false);
  }
  out += ']';
}

}  // namespace mayday::airline
