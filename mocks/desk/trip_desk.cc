#include "trip_desk.h"

#include <algorithm>

#include "answers.h"
#include "mayday/base/check.h"
#include "mayday/world/router.h"

namespace mayday {
namespace {

constexpr std::size_t kOffersShown = 5;

json::object shown_offer(std::string_view id, std::string_view price, std::string_view currency) {
  json::object offer;
  offer["id"] = id;
  offer["price"] = price;
  offer["currency"] = currency;
  return offer;
}

Response offers_answer(json::array offers) {
  json::object body;
  body["offers"] = std::move(offers);
  return answer(200, body);
}

/// A supplier that could not be searched. Its own "no" to the words of the search is the user's
/// matter.
Response search_failed(const Answer& from) {
  if (from.status == 400 || from.status == 422) return offers_answer({});
  return refusal(from.gateway_status(), "search_failed");
}

Response trip_answer(int status, const Trip& trip) {
  json::object body;
  body["trip"] = trip.order;
  body["state"] = told_state(trip);
  return answer(status, body);
}

Response sale_refused(Sale sale, std::string_view what) {
  if (sale == Sale::gone) return refusal(409, "no_longer_available");
  return refusal(502, what);
}

PartState part_state(Sale sale) {
  switch (sale) {
    case Sale::done:
      return PartState::booked;
    case Sale::unknown:
      return PartState::unknown;
    case Sale::gone:
    case Sale::failed:
      return PartState::none;
  }
  broken("unhandled Sale");
}

}  // namespace

Task<Response> TripDesk::flights(std::string target, Caller caller) {
  Target asked(target);
  std::string from(asked.query("from"));
  std::string to(asked.query("to"));
  std::string date(asked.query("date"));
  if (from.empty() || to.empty() || date.empty()) co_return refusal(400, "invalid_search");
  Answer found = co_await airline_.search(from, to, date, std::move(caller));
  const json::array* offers = member_of(member_of(found.body(), "data"), "offers").if_array();
  if (!found.good() || !offers) co_return search_failed(found);
  json::array shown;
  for (std::size_t i = 0; i < offers->size() && i < kOffersShown; ++i) {
    const json::value& offer = (*offers)[i];
    shown.push_back(shown_offer(text_in(offer, "id"), text_in(offer, "total_amount"),
                                text_in(offer, "total_currency")));
  }
  co_return offers_answer(std::move(shown));
}

Task<Response> TripDesk::rooms(std::string target, Caller caller) {
  Target asked(target);
  Stay stay(std::string(asked.query("city")), std::string(asked.query("check_in")),
            std::string(asked.query("check_out")));
  bool sound = !stay.city.empty() && !stay.check_in.empty() && !stay.check_out.empty();
  if (!sound) co_return refusal(400, "invalid_search");
  Answer found = co_await hotel_.search(std::move(stay), std::move(caller));
  const json::array* hotels = member_of(found.body(), "data").if_array();
  if (!found.good() || !hotels) co_return search_failed(found);
  json::array shown;
  for (const json::value& hotel : *hotels) {
    const json::value& offer = first_of(member_of(hotel, "offers"));
    if (!offer.is_object() || shown.size() == kOffersShown) continue;
    const json::value& price = member_of(offer, "price");
    shown.push_back(
        shown_offer(text_in(offer, "id"), text_in(price, "total"), text_in(price, "currency")));
  }
  co_return offers_answer(std::move(shown));
}

Task<Response> TripDesk::book(Session who, json::object wish, Caller caller) {
  std::string flight_id(text_in(wish, "flight"));
  std::string room_id(text_in(wish, "room"));
  if (flight_id.empty() || room_id.empty()) co_return refusal(400, "invalid_trip");
  FlightOffer flight = co_await airline_.offer(std::move(flight_id), caller);
  if (flight.state != Sale::done) co_return sale_refused(flight.state, "flight_not_read");
  RoomOffer room = co_await hotel_.offer(std::move(room_id), caller);
  if (room.state != Sale::done) co_return sale_refused(room.state, "room_not_read");
  Response response =
      co_await book_parts(std::move(who), std::move(flight), std::move(room), std::move(caller));
  co_return response;
}

Task<Response> TripDesk::book_parts(Session who, FlightOffer flight, RoomOffer room,
                                    Caller caller) {
  Trip trip;
  trip.order = new_order();
  trip.staff = who.staff;
  trip.department = who.department;
  trip.request = caller.request;
  trip.asked = world_.now();
  trip.flight.offer = flight.id;
  trip.flight.price = flight.price;
  trip.flight.state = PartState::unknown;  // until the airline has spoken
  trip.room.offer = room.id;
  trip.room.price = room.price;
  std::string order = trip.order;
  TripBook::Index index = book_.open(std::move(trip));
  FlightOrder seat = co_await airline_.book(std::move(flight), order, who.code, caller);
  book_.at(index).flight.id = seat.id;
  book_.at(index).flight.state = part_state(seat.state);
  if (seat.state == Sale::unknown) co_return trip_answer(504, book_.at(index));
  if (seat.state != Sale::done) co_return sale_refused(seat.state, "flight_not_booked");
  book_.at(index).room.state = PartState::unknown;
  RoomOrder bed = co_await hotel_.book(std::move(room), order, who.name, caller);
  book_.at(index).room.id = bed.id;
  book_.at(index).room.state = part_state(bed.state);
  if (bed.state == Sale::unknown) co_return trip_answer(504, book_.at(index));
  if (bed.state == Sale::done) {
    Response kept = co_await store(index, std::move(caller));
    co_return kept;
  }
  co_await give_back_flight(index, std::move(caller));
  co_return sale_refused(bed.state, "room_not_booked");
}

/// The vendors have booked: the order database is to have it too.
Task<Response> TripDesk::store(TripBook::Index index, Caller caller) {
  Response booked = trip_answer(201, book_.at(index));
  if (points_.idle()) co_return booked;
  InnerPoints::Stored stored =
      co_await points_.store_order(caller.origin, caller.name, caller.request);
  if (!stored.answered) {
    book_.at(index).doubt();
    co_return refusal(503, "order_not_stored");
  }
  book_.at(index).stored = stored.commit != Commit::nothing;
  co_return booked;
}

Task<Response> TripDesk::pay(Session who, std::string order, Caller caller) {
  TripBook::Index index = book_.find(order);
  if (!may_see(who, index)) co_return refusal(404, "unknown_trip");
  if (book_.at(index).payment.state == PaymentState::captured)
    co_return trip_answer(200, book_.at(index));
  if (!book_.at(index).reserved()) co_return refusal(409, "not_reserved");
  // The room is guaranteed by card and paid at the hotel, so the flight is what there is to pay.
  Money amount = book_.at(index).flight.price;
  book_.at(index).payment.amount = amount;
  book_.at(index).payment.state = PaymentState::unknown;  // until the gateway has spoken
  TripPayment paid = co_await payment_.pay(order, std::move(amount), std::move(caller));
  book_.at(index).payment = paid;
  if (paid.state == PaymentState::captured) co_return trip_answer(200, book_.at(index));
  if (paid.state == PaymentState::unknown) co_return trip_answer(504, book_.at(index));
  co_return refusal(502, "payment_failed");
}

Response TripDesk::show(const Session& who, std::string_view order) const {
  TripBook::Index index = book_.find(order);
  if (!may_see(who, index)) return refusal(404, "unknown_trip");
  return trip_answer(200, book_.at(index));
}

Task<bool> TripDesk::settle(TripBook::Index index, Caller caller) {
  if (!book_.at(index).stored) {
    book_.at(index).stored = true;
    book_.at(index).doubt();
  }
  std::string order = book_.at(index).order;
  if (book_.at(index).flight.state == PartState::unknown) {
    std::string offer = book_.at(index).flight.offer;
    FlightOrder found = co_await airline_.find(std::move(offer), order, caller);
    book_.at(index).flight.id = found.id;
    book_.at(index).flight.state = part_state(found.state);
  }
  // Nothing can be asked about a room whose order the hotel never named.
  if (book_.at(index).room.state == PartState::unknown && !book_.at(index).room.id.empty()) {
    std::string id = book_.at(index).room.id;
    RoomOrder found = co_await hotel_.find(std::move(id), caller);
    book_.at(index).room.state = part_state(found.state);
  }
  if (book_.at(index).payment.state == PaymentState::unknown) {
    TripPayment found = co_await payment_.find(order, caller);
    found.amount = book_.at(index).payment.amount;
    book_.at(index).payment = found;
  }
  if (book_.at(index).stray()) co_await give_back_flight(index, std::move(caller));
  co_return !book_.at(index).uncertain() && !book_.at(index).stray();
}

Task<void> TripDesk::give_back_flight(TripBook::Index index, Caller caller) {
  std::string flight = book_.at(index).flight.id;
  bool gone = co_await airline_.cancel(std::move(flight), std::move(caller));
  if (gone) book_.at(index).flight.state = PartState::cancelled;
}

bool TripDesk::may_see(const Session& who, TripBook::Index index) const {
  return index < book_.size() && book_.at(index).staff == who.staff;
}

std::string TripDesk::new_order() const {
  std::string day = civil_date(std::chrono::seconds{starts_});
  day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
  std::string number = std::to_string(book_.size() + 1);
  return "TR" + day + std::string(number.size() < 6 ? 6 - number.size() : 0, '0') + number;
}

}  // namespace mayday
