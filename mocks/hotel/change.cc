#include "change.h"

namespace mayday::hotel {
namespace {

constexpr const char* kOfferId = "data/hotelBooking/hotelOffer/id";
constexpr const char* kProduct = "data/hotelBooking/hotelOffer/product";

/// Another offer must be for one room of the same hotel, and for the dates that are asked for.
std::optional<Problem> take(const Offer& offer, const ChangeInput& change, Booking& booking) {
  if (offer.property.id != booking.offer.property.id)
    return Problem{400, 25859, "MODIFICATION NOT ALLOWED FOR THIS CHAIN", {}, {}, kOfferId};
  if (offer.stay.rooms != 1) return rooms_mismatch(kOfferId);
  bool same_dates = change.check_in.value_or(offer.stay.check_in) == offer.stay.check_in &&
                    change.check_out.value_or(offer.stay.check_out) == offer.stay.check_out;
  if (!same_dates) return Problem{400, 145, "DURATION PERIOD OR DATES INCORRECT", {}, {}, kProduct};
  booking.offer = offer;
  return std::nullopt;
}

std::optional<Problem> change_dates(const ChangeInput& change, std::chrono::sys_days today,
                                    Offer& offer) {
  if (!change.check_in && !change.check_out) return std::nullopt;
  Stay& stay = offer.stay;
  stay.check_in = change.check_in.value_or(stay.check_in);
  stay.check_out = change.check_out.value_or(stay.check_out);
  if (auto problem = date_problem(stay, today)) {
    problem->pointer = std::string(kProduct) + "/" + problem->parameter;
    problem->parameter.clear();
    return problem;
  }
  offer.nightly_minor = nightly_minor(offer.property, stay.check_in, offer.variant);
  return std::nullopt;
}

/// The rooms that stay with their guests, and the changed one.
std::vector<RoomWanted> rooms_after(const Order& order, const Booking& after) {
  std::vector<RoomWanted> rooms;
  for (const Booking& booking : order.bookings)
    if (booking.id != after.id && booking.state != RoomState::deleted)
      rooms.push_back(booking.room);
  rooms.push_back(after.room);
  return rooms;
}

std::optional<Problem> change_room(const ChangeInput& change, const Order& order, Booking& after) {
  if (change.room) after.room = *change.room;
  after.room.offer = after.offer.id;
  return guest_problem(order.guests, rooms_after(order, after), after.offer.stay);
}

std::optional<Problem> change_card(const ChangeInput& change, int month, Booking& after) {
  if (!change.payment.given) return std::nullopt;
  bool deposit = wants_deposit(after.offer.property);
  if (auto problem = payment_problem(change.payment, deposit, month)) return problem;
  after.card = *change.payment.card;
  return std::nullopt;
}

}  // namespace

Changed apply(const ChangeInput& change, const Order& order, const Booking& booking,
              const Offer* offer, std::chrono::sys_time<Duration> wall) {
  Changed changed{booking, std::nullopt};
  Booking& after = changed.booking;
  auto today = local_date(booking.offer.property, wall);
  changed.refused =
      offer != nullptr ? take(*offer, change, after) : change_dates(change, today, after.offer);
  if (!changed.refused) changed.refused = change_room(change, order, after);
  if (!changed.refused) changed.refused = change_card(change, month_of(wall), after);
  return changed;
}

bool is_moved(const Booking& before, const Booking& after) {
  return before.offer.id != after.offer.id ||
         before.offer.stay.check_in != after.offer.stay.check_in ||
         before.offer.stay.check_out != after.offer.stay.check_out;
}

}  // namespace mayday::hotel
