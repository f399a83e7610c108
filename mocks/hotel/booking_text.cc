#include "booking_text.h"

#include "mayday/base/json_text.h"
#include "mayday/base/money.h"
#include "mayday/world/router.h"
#include "offer_text.h"
#include "wire.h"

namespace mayday::hotel {
namespace {

void append_room(std::string& out, const RoomWanted& room) {
  out += R"({"guestReferences":[)";
  for (const std::string& guest : room.guests)
    append(out, out.back() == '[' ? "" : ",", R"({"guestReference":)", quoted(guest), "}");
  append(out, R"(],"hotelOfferId":")", room.offer, "\"");
  if (!room.special_request.empty())
    append(out, R"(,"specialRequest":)", quoted(room.special_request));
  out += '}';
}

void append_provider(std::string& out, const Booking& booking) {
  append(out, R"({"hotelProviderCode":")", booking.offer.property.chain,
         R"(","confirmationNumber":")", booking.confirmation, "\"");
  if (booking.state == RoomState::pending)
    append(out, R"(,"onRequestNumber":"R)", booking.confirmation, "\"");
  if (booking.state == RoomState::cancelled)
    append(out, R"(,"cancellationNumber":")", cancellation_number(booking), "\"");
  out += '}';
}

void append_policies(std::string& out, const Offer& offer) {
  if (wants_deposit(offer.property))
    append(out, R"("policies":{"paymentType":"DEPOSIT","cancellations":[{"type":"FULL_STAY",)",
           R"("amount":")", decimal(offer.total_minor()), R"("}]})");
  else
    append(out, R"("policies":{"paymentType":"GUARANTEE","cancellations":[{"amount":")",
           decimal(offer.total_minor() / offer.stay.nights()), R"(","deadline":")",
           cancel_deadline(offer), R"("}]})");
}

void append_offer(std::string& out, const Offer& offer) {
  const Rate& kind = rate(offer.variant);
  std::string total = decimal(offer.total_minor());
  append(out, R"({"id":")", offer.id, R"(","type":"hotel-offer","checkInDate":")",
         date_text(offer.stay.check_in), R"(","checkOutDate":")", date_text(offer.stay.check_out),
         R"(","roomQuantity":1,"rateCode":")", kind.code, R"(","room":{"type":")", kind.room,
         R"(","description":{"text":")", kind.text, R"(","lang":"EN"}},)");
  append_guests(out, offer.stay);
  append(out, R"(,"price":{"currency":")", offer.property.city->currency, R"(","base":")",
         decimal(offer.base_minor()), R"(","total":")", total, R"(","sellingTotal":")", total,
         R"("},)");
  append_policies(out, offer);
  out += '}';
}

void append_card(std::string& out, const Card& card) {
  append(out, R"({"method":"CREDIT_CARD","paymentCard":{"paymentCardInfo":{"vendorCode":")",
         card.vendor, R"(","cardNumber":")", masked(card.number), R"(","expiryDate":")",
         card.expiry, R"(","holderName":)", quoted(card.holder), "}}}");
}

void append_booking(std::string& out, const Booking& booking, std::string_view base) {
  const Property& hotel = booking.offer.property;
  append(out, R"({"type":"hotel-booking","id":")", booking.id, R"(","bookingStatus":")",
         to_text(booking.state), R"(","hotelProviderInformation":[)");
  append_provider(out, booking);
  out += R"(],"roomAssociations":[)";
  append_room(out, booking.room);
  out += R"(],"hotelOffer":)";
  append_offer(out, booking.offer);
  std::string self(base);
  append(self, "/v1/reference-data/locations/hotels/by-hotels?hotelIds=", hotel.id);
  append(out, R"(,"hotel":{"hotelId":")", hotel.id, R"(","chainCode":")", hotel.chain,
         R"(","name":")", property_name(hotel), R"(","self":)", quoted(self), R"(},"payment":)");
  append_card(out, booking.card);
  out += R"(,"travelAgentId":"00000000"})";
}

void append_guest(std::string& out, const Guest& guest, std::size_t id) {
  append(out, R"({"tid":)", std::to_string(guest.tid), R"(,"id":)", std::to_string(id));
  if (!guest.title.empty()) append(out, R"(,"title":)", quoted(guest.title));
  append(out, R"(,"firstName":)", quoted(guest.first_name), R"(,"lastName":)",
         quoted(guest.last_name), R"(,"phone":)", quoted(guest.phone), R"(,"email":)",
         quoted(guest.email));
  if (guest.child_age) append(out, R"(,"childAge":)", std::to_string(*guest.child_age));
  out += '}';
}

}  // namespace

void append_order(std::string& out, const Order& order, std::string_view base) {
  append(out, R"({"type":"hotel-order","id":")", order.id, R"(","hotelBookings":[)");
  for (const Booking& booking : order.bookings) {
    if (booking.state == RoomState::deleted) continue;
    if (out.back() == '}') out += ',';
    append_booking(out, booking, base);
  }
  out += R"(],"guests":[)";
  for (std::size_t i = 0; i < order.guests.size(); ++i) {
    if (i > 0) out += ',';
    append_guest(out, order.guests[i], i + 1);
  }
  out += ']';
  if (!order.arrival.empty()) append(out, R"(,"arrivalInformation":)", order.arrival);
  std::string self(base);
  append(self, "/v2/booking/hotel-orders/", encode(order.id));
  append(out, R"(,"associatedRecords":[{"reference":")", order.reference,
         R"(","originSystemCode":"GDS"}],"self":)", quoted(self), "}");
}

std::string order_body(const Order& order, std::string_view base) {
  std::string body = R"({"data":)";
  append_order(body, order, base);
  body += '}';
  return body;
}

}  // namespace mayday::hotel
