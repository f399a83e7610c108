#include "mayday/airline/airline.h"

#include <algorithm>

#include "bookings.h"
#include "cancellations.h"
#include "changes.h"
#include "orders.h"
#include "outbox.h"
#include "payments.h"
#include "shopping.h"
#include "webhooks.h"

namespace mayday {

using airline::Stamp;

struct Airline::Parts {
  Parts(std::int64_t starts, const AirlineSettings& settings)
      : door(settings.rate_limit, starts),
        shop(settings.currency),
        books(settings.currency, settings.balance),
        shopping(door, shop),
        outbox(door),
        webhooks(door, outbox),
        orders(door, books),
        payments(door, books, webhooks),
        changes(door, webhooks),
        cancellations(door, books, webhooks, agenda, settings.pace.cancellation),
        bookings(door, shop, books, webhooks, changes, agenda, settings.pace) {}

  airline::Door door;
  Agenda agenda;
  airline::Shop shop;
  airline::Books books;
  airline::Shopping shopping;
  airline::Outbox outbox;
  airline::Webhooks webhooks;
  airline::Orders orders;
  airline::Payments payments;
  airline::Changes changes;
  airline::Cancellations cancellations;
  airline::Bookings bookings;
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
     [](Parts& p, const Exchange& x, Instant now) {
       return p.shopping.create_offer_request(x, now);
     }},
    {"getOfferRequest", "GET", "/air/offer_requests/{id}", false,
     [](Parts& p, const Exchange& x, Instant now) { return p.shopping.get_offer_request(x, now); }},
    {"listOffers", "GET", "/air/offers", false,
     [](Parts& p, const Exchange& x, Instant now) { return p.shopping.list_offers(x, now); }},
    {"getOffer", "GET", "/air/offers/{id}", false,
     [](Parts& p, const Exchange& x, Instant now) { return p.shopping.get_offer(x, now); }},
    {"priceOffer", "POST", "/air/offers/{id}/actions/price", false,
     [](Parts& p, const Exchange& x, Instant now) { return p.shopping.price_offer(x, now); }},
    {"listOrders", "GET", "/air/orders", false,
     [](Parts& p, const Exchange& x, Instant now) { return p.orders.list(x, now); }},
    {"createOrder", "POST", "/air/orders", true,
     [](Parts& p, const Exchange& x, Instant now) { return p.bookings.create_order(x, now); }},
    {"getOrder", "GET", "/air/orders/{id}", false,
     [](Parts& p, const Exchange& x, Instant now) { return p.orders.get(x, now); }},
    {"updateOrder", "PATCH", "/air/orders/{id}", true,
     [](Parts& p, const Exchange& x, Instant now) { return p.orders.update(x, now); }},
    {"createPayment", "POST", "/air/payments", true,
     [](Parts& p, const Exchange& x, Instant now) { return p.payments.create(x, now); }},
    {"listOrderCancellations", "GET", "/air/order_cancellations", false,
     [](Parts& p, const Exchange& x, Instant now) { return p.cancellations.list(x, now); }},
    {"createOrderCancellation", "POST", "/air/order_cancellations", true,
     [](Parts& p, const Exchange& x, Instant now) { return p.cancellations.create(x, now); }},
    {"getOrderCancellation", "GET", "/air/order_cancellations/{id}", false,
     [](Parts& p, const Exchange& x, Instant now) { return p.cancellations.get(x, now); }},
    {"confirmOrderCancellation", "POST", "/air/order_cancellations/{id}/actions/confirm", true,
     [](Parts& p, const Exchange& x, Instant now) { return p.cancellations.confirm(x, now); }},
    {"listAirlineInitiatedChanges", "GET", "/air/airline_initiated_changes", false,
     [](Parts& p, const Exchange& x, Instant now) { return p.changes.list(x, now); }},
    {"acceptAirlineInitiatedChange", "POST", "/air/airline_initiated_changes/{id}/actions/accept",
     true, [](Parts& p, const Exchange& x, Instant now) { return p.changes.accept(x, now); }},
    {"listWebhooks", "GET", "/air/webhooks", false,
     [](Parts& p, const Exchange& x, Instant now) { return p.webhooks.list(x, now); }},
    {"createWebhook", "POST", "/air/webhooks", true,
     [](Parts& p, const Exchange& x, Instant now) { return p.webhooks.create(x, now); }},
    {"deleteWebhook", "DELETE", "/air/webhooks/{id}", true,
     [](Parts& p, const Exchange& x, Instant now) { return p.webhooks.remove(x, now); }},
    {"pingWebhook", "POST", "/air/webhooks/{id}/actions/ping", true,
     [](Parts& p, const Exchange& x, Instant now) { return p.webhooks.ping(x, now); }},
    {"listWebhookDeliveries", "GET", "/air/webhooks/deliveries", false,
     [](Parts& p, const Exchange& x, Instant now) { return p.outbox.list_deliveries(x, now); }},
    {"redeliverWebhookEvent", "POST", "/air/webhooks/events/{id}/actions/redeliver", true,
     [](Parts& p, const Exchange& x, Instant now) { return p.webhooks.redeliver(x, now); }},
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
  parts_->agenda.catch_up(now);
  if (x.route < 0) return parts_->door.refuse(Stamp(x), {.code = "not_found"}, now);
  Handled handled = kOperations<Parts>[x.route].handle(*parts_, x, now);
  if (!handled.write) return handled;
  // A fault may hold the write up, and time goes on meanwhile.
  return Handled::writing([this, write = std::move(handled.write)](Instant at, Commit commit) {
    parts_->agenda.catch_up(at);
    return write(at, commit);
  });
}

Response Airline::failure(const Exchange& x, int status) const {
  return parts_->door.fail(Stamp(x), airline::problem_of_status(status), status, x.began);
}

Instant Airline::next_due() const {
  return std::min(parts_->agenda.next_due(), parts_->outbox.next_due());
}

std::vector<Push> Airline::advance(Instant now) {
  parts_->agenda.catch_up(now);
  return parts_->outbox.take();
}

bool Airline::delivered(const Push& push, const PushAttempt& attempt) {
  return parts_->outbox.delivered(push, attempt);
}

void Airline::sign(Push& push) const { parts_->outbox.sign(push); }

std::vector<BookEntry> Airline::books() const { return parts_->books.entries(); }

bool Airline::change_schedule(const std::string& order, int minutes, Instant now) {
  parts_->agenda.catch_up(now);
  airline::Order* found = parts_->books.find(order);
  return found != nullptr && parts_->changes.start(*found, minutes, now);
}

}  // namespace mayday
