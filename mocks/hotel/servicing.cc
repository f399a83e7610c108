#include "servicing.h"

#include "booking_text.h"
#include "mayday/base/json_text.h"
#include "wire.h"

namespace mayday::hotel {
namespace {

std::optional<Problem> objection(const Booking& booking, RoomEvent event) {
  if (booking.offer.property.oddity == Oddity::refuses_cancel) return change_refused();
  return step(booking.state, event).refused;
}

std::string deleted_body(const Booking& booking) {
  return R"({"included":{"cancellationNumber":")" + cancellation_number(booking) + R"("}})";
}

std::string changed_body(const Order& order, const Booking& booking, std::string_view base) {
  std::string body;
  append(body, R"({"data":{"type":"hotel-booking","id":")", booking.id, R"("},"included":)");
  append_order(body, order, base);
  body += '}';
  return body;
}

}  // namespace

Handled Servicing::cancel_hotel_booking(const Exchange& x, Instant now) {
  return give_up(x, RoomEvent::guest_cancels, now);
}

Handled Servicing::delete_hotel_booking(const Exchange& x, Instant now) {
  return give_up(x, RoomEvent::guest_deletes, now);
}

Handled Servicing::modify_hotel_booking(const Exchange& x, Instant now) {
  Stamp stamp(x);
  Complaint complaint;
  ChangeInput change = read_change(x.request.body, complaint);
  if (!complaint.passed()) return door_.refuse(stamp, complaint.first());
  Name name{x.values.at(0), x.values.at(1)};
  Found found = find(name, now);
  if (found.problem) return door_.refuse(stamp, *found.problem);
  Changed changed = plan(found, change, now);
  if (changed.refused) return door_.refuse(stamp, *changed.refused);
  return Handled::writing(
      [this, name, change, stamp](Instant at) { return modify(name, change, stamp, at); });
}

Servicing::Found Servicing::find(const Name& name, Instant now) {
  orders_.confirm(now);
  Found found;
  found.order = orders_.find(name.order);
  if (found.order == nullptr) {
    found.problem = no_order();
    return found;
  }
  found.booking = find_booking(*found.order, name.booking);
  if (found.booking == nullptr) found.problem = no_booking();
  return found;
}

Handled Servicing::give_up(const Exchange& x, RoomEvent event, Instant now) {
  Stamp stamp(x);
  Name name{x.values.at(0), x.values.at(1)};
  Found found = find(name, now);
  if (!found.problem) found.problem = objection(*found.booking, event);
  if (found.problem) return door_.refuse(stamp, *found.problem);
  return Handled::writing(
      [this, name, event, stamp](Instant at) { return give_up(name, event, stamp, at); });
}

Response Servicing::give_up(const Name& name, RoomEvent event, const Stamp& stamp, Instant now) {
  Found found = find(name, now);
  if (!found.problem) found.problem = objection(*found.booking, event);
  if (found.problem) return door_.refuse(stamp, *found.problem);
  Booking& booking = *found.booking;
  booking.state = step(booking.state, event).state;
  if (event == RoomEvent::guest_deletes) return door_.answer(stamp, 200, deleted_body(booking));
  return door_.answer(stamp, 200, order_body(*found.order, stamp.base));
}

Changed Servicing::plan(const Found& found, const ChangeInput& change, Instant now) const {
  const Booking& booking = *found.booking;
  bool other = !change.offer.empty() && change.offer != booking.offer.id;
  const Offer* offer = other ? shopping_.find(change.offer, now) : nullptr;
  if (other && offer == nullptr)
    return {booking, offer_not_found("data/hotelBooking/hotelOffer/id")};
  if (auto problem = objection(booking, RoomEvent::guest_changes)) return {booking, problem};
  return apply(change, *found.order, booking, offer, door_.wall(now));
}

Response Servicing::modify(const Name& name, const ChangeInput& change, const Stamp& stamp,
                           Instant now) {
  Found found = find(name, now);
  if (found.problem) return door_.refuse(stamp, *found.problem);
  Changed changed = plan(found, change, now);
  if (changed.refused) return door_.refuse(stamp, *changed.refused);
  if (is_moved(*found.booking, changed.booking))
    changed.booking.id = orders_.next_id(changed.booking);
  *found.booking = std::move(changed.booking);
  return door_.answer(stamp, 200, changed_body(*found.order, *found.booking, stamp.base));
}

}  // namespace mayday::hotel
