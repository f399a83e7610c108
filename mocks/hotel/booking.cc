#include "booking.h"

#include "booking_input_v1.h"
#include "booking_text.h"
#include "wire.h"

namespace mayday::hotel {
namespace {

/// The desk's order number: from "order NNN", else what the caller gave to trace by.
std::string desk_order(const RoomWanted& room, const Stamp& stamp) {
  constexpr std::string_view kWord = "order ";
  std::string_view text = room.special_request;
  if (!text.starts_with(kWord)) return stamp.client_ref;
  text.remove_prefix(kWord.size());
  return std::string(text.substr(0, text.find(' ')));
}

/// The one offer of a room of an order for several.
Offer share_of(Offer offer) {
  offer.stay.rooms = 1;
  return offer;
}

/// The hotel that books and says that it failed.
bool answers_failure(const Order& order) {
  return order.bookings.front().offer.property.oddity == Oddity::books_but_fails;
}

}  // namespace

Handled Bookings::create_hotel_order(const Exchange& x, Instant now) {
  Stamp stamp(x);
  Complaint complaint;
  BookingInput input = read_booking(x.request.body, complaint);
  if (!complaint.passed()) return door_.refuse(stamp, complaint.first());
  if (auto problem = objection(input, now)) return door_.refuse(stamp, *problem);
  return Handled::writing([this, input, stamp](Instant at) {
    // An offer may have run out while the call was held up.
    if (auto problem = objection(input, at)) return door_.refuse(stamp, *problem);
    const Order& order = book(input, stamp, at);
    if (answers_failure(order)) return door_.refuse(stamp, booking_failure());
    return door_.answer(stamp, 201, order_body(order, stamp.base));
  });
}

Handled Bookings::create_hotel_booking_v1(const Exchange& x, Instant now) {
  Stamp stamp(x);
  Complaint complaint;
  BookingInput input = read_booking_v1(x.request.body, complaint);
  if (!complaint.passed()) return door_.refuse(stamp, complaint.first());
  if (auto problem = objection_v1(input, now)) return door_.refuse(stamp, *problem);
  return Handled::writing([this, input, stamp](Instant at) mutable {
    if (auto problem = objection_v1(input, at)) return door_.refuse(stamp, *problem);
    const Order& order = book(input, stamp, at);
    if (answers_failure(order)) return door_.refuse(stamp, booking_failure());
    return door_.answer(stamp, 201, bookings_body_v1(order));
  });
}

std::optional<Problem> Bookings::objection(const BookingInput& input, Instant now) const {
  const Offer* offer = nullptr;
  for (const RoomWanted& room : input.rooms) {
    const Offer* found = shopping_.find(room.offer, now);
    if (found == nullptr) return offer_not_found("data/roomAssociations/hotelOfferId");
    bool other = offer != nullptr && offer != found;
    if (other || input.rooms.size() != static_cast<std::size_t>(found->stay.rooms))
      return rooms_mismatch("data/roomAssociations");
    offer = found;
  }
  if (auto problem = guest_problem(input.guests, input.rooms, offer->stay)) return problem;
  if (auto problem =
          payment_problem(input.payment, wants_deposit(offer->property), month_of(door_.wall(now))))
    return problem;
  if (offer->property.oddity == Oddity::price_moves)
    return Problem{400, 37200, "PRICE DISCREPANCY", "Shop again for the price of now"};
  return std::nullopt;
}

std::optional<Problem> Bookings::objection_v1(BookingInput& input, Instant now) const {
  const Offer* offer = shopping_.find(input.rooms.front().offer, now);
  if (offer != nullptr && !allot_v1(input, offer->stay))
    return Problem{400, 1503, "INVALID NUMBER OF GUESTS", {}, {}, "data/guests"};
  auto problem = objection(input, now);
  if (problem) return in_words_of_v1(*problem);
  return std::nullopt;
}

Order& Bookings::book(const BookingInput& input, const Stamp& stamp, Instant now) {
  const Offer& offer = *shopping_.find(input.rooms.front().offer, now);
  Order& order = orders_.open(offer.stay.check_in, now);
  order.key = desk_order(input.rooms.front(), stamp);
  order.guests = input.guests;
  order.arrival = input.arrival;
  bool pending = offer.property.oddity == Oddity::confirms_late;
  for (const RoomWanted& room : input.rooms) {
    Booking booking;
    booking.room = room;
    booking.offer = share_of(offer);
    booking.card = *input.payment.card;
    booking.state = pending ? RoomState::pending : RoomState::confirmed;
    orders_.add(order, std::move(booking));
  }
  return order;
}

Handled Bookings::get_hotel_order(const Exchange& x, Instant now) {
  orders_.confirm(now);
  return show(Stamp(x), orders_.find(x.values.at(0)));
}

Handled Bookings::get_hotel_order_by_reference(const Exchange& x, Instant now) {
  orders_.confirm(now);
  std::string reference(x.values.empty() ? x.target.query("reference")
                                         : std::string_view(x.values[0]));
  if (!is_code(reference, 6))
    return door_.refuse(Stamp(x), bad_parameter("reference", "a reference has 6 characters"));
  return show(Stamp(x), orders_.find_by_reference(reference));
}

Response Bookings::show(const Stamp& stamp, const Order* order) const {
  if (order == nullptr) return door_.refuse(stamp, no_order());
  return door_.answer(stamp, 200, order_body(*order, stamp.base));
}

}  // namespace mayday::hotel
