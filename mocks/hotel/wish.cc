#include "wish.h"

#include <algorithm>

#include "wire.h"

namespace mayday::hotel {
namespace {

/// "200-300", "-300" or "100", a night, in whole units.
void read_price_range(Query& query, Wish& wish) {
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

void check_rate(Query& query, std::string_view code) {
  if (!is_code(code, 3)) query.refuse(bad_parameter("rateCodes", "rate codes have 3 characters"));
  if (code == "COR")  // a company's rate that this office has not loaded
    query.miss({400, 562, "RESTRICTED ACCESS FOR THE REQUESTED RATES AND CHAINS", {}, "rateCodes"});
  if (code != "RAC" && code != "PRO") query.miss({400, 533, "INVALID RATE CODE", {}, "rateCodes"});
}

}  // namespace

Wish read_wish(Query& query) {
  Wish wish;
  if (query.has("countryOfResidence") && !is_upper(query.text("countryOfResidence"), 2))
    query.refuse(bad_parameter("countryOfResidence", "a country has two capital letters"));
  if (query.has("currency") && !is_upper(query.text("currency"), 3))
    query.refuse({400, 61, "INVALID CURRENCY CODE", {}, "currency"});
  read_price_range(query, wish);
  wish.payment = query.choice("paymentPolicy", "NONE", {"GUARANTEE", "DEPOSIT", "NONE"});
  wish.board = query.choice(
      "boardType", "", {"ROOM_ONLY", "BREAKFAST", "HALF_BOARD", "FULL_BOARD", "ALL_INCLUSIVE"});
  wish.rates = query.list("rateCodes", 8);
  for (std::string_view code : wish.rates) check_rate(query, code);
  wish.include_closed = query.flag("includeClosed", false);
  wish.best_only = query.flag("bestRateOnly", true);
  return wish;
}

bool suits(const Offer& offer, const Wish& wish) {
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

}  // namespace mayday::hotel
