#include "mayday/airline/airline.h"

#include <iterator>

#include "bookings.h"
#include "door.h"
#include "shop.h"

namespace mayday {

using airline::Bookings;
using airline::Door;
using airline::Shop;
using airline::Stamp;

struct Airline::Parts {
  Parts(std::int64_t starts, const AirlineSettings& settings)
      : door(settings.rate_limit, starts),
        shop(door, settings.currency),
        bookings(door, shop, settings.balance) {}

  Door door;
  Shop shop;
  Bookings bookings;
};

namespace {

/// An operation of the contract. The index in the table is the exchange's route. A search changes
/// nothing that anybody reconciles, so it is a read here.
template <class Parts>
struct Operation {
  std::string_view id;
  std::string_view method;
  std::string_view path;
  bool write;
  Handled (*handle)(Parts& parts, const Exchange& x, Instant now);
};

template <class Parts>
constexpr Operation<Parts> kOperations[] = {
    {"createOfferRequest", "POST", "/air/offer_requests", false,
     [](Parts& p, const Exchange& x, Instant now) { return p.shop.create_offer_request(x, now); }},
    {"getOfferRequest", "GET", "/air/offer_requests/{id}", false,
     [](Parts& p, const Exchange& x, Instant now) { return p.shop.get_offer_request(x, now); }},
    {"listOffers", "GET", "/air/offers", false,
     [](Parts& p, const Exchange& x, Instant now) { return p.shop.list_offers(x, now); }},
    {"getOffer", "GET", "/air/offers/{id}", false,
     [](Parts& p, const Exchange& x, Instant now) { return p.shop.get_offer(x, now); }},
    {"listOrders", "GET", "/air/orders", false,
     [](Parts& p, const Exchange& x, Instant now) { return p.bookings.list_orders(x, now); }},
    {"createOrder", "POST", "/air/orders", true,
     [](Parts& p, const Exchange& x, Instant now) { return p.bookings.create_order(x, now); }},
    {"getOrder", "GET", "/air/orders/{id}", false,
     [](Parts& p, const Exchange& x, Instant now) { return p.bookings.get_order(x, now); }},
    {"createPayment", "POST", "/air/payments", true,
     [](Parts& p, const Exchange& x, Instant now) { return p.bookings.create_payment(x, now); }},
};

}  // namespace

Airline::Airline(std::int64_t starts, AirlineSettings settings)
    : operations_(kOperations<Parts>), parts_(std::make_unique<Parts>(starts, settings)) {}

Airline::~Airline() = default;

void Airline::identify(Exchange& x) const { operations_.identify(x); }

std::optional<Response> Airline::authenticate(Exchange& x, Instant now) {
  return parts_->door.check(x, now);
}

Handled Airline::handle(Exchange& x, Instant now) {
  if (x.route < 0) return parts_->door.refuse(Stamp(x), {.code = "not_found"}, now);
  return kOperations<Parts>[x.route].handle(*parts_, x, now);
}

Response Airline::failure(const Exchange& x, int status) const {
  return parts_->door.fail(Stamp(x), airline::problem_of_status(status), status, x.began);
}

Instant Airline::next_due() const { return parts_->bookings.next_due(); }

std::vector<Push> Airline::advance(Instant now) {
  parts_->bookings.release(now);
  return {};
}

std::vector<BookEntry> Airline::books() const { return parts_->bookings.books(); }

}  // namespace mayday
