#include "booking_text.h"

#include "mayday/world/router.h"
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

void append_provider(std::string& out, const Order& order, const Booking& booking) {
  append(out, R"({"hotelProviderCode":")", order.offer.property.chain,
         R"(","confirmationNumber":")", booking.confirmation, "\"");
  if (order.pending) append(out, R"(,"onRequestNumber":"R)", booking.confirmation, "\"");
  out += '}';
}

/// One booking's share of an offer that may be for several rooms.
void append_offer(std::string& out, const Offer& offer, std::int64_t rooms) {
  const Rate& kind = rate(offer.variant);
  std::string total = amount_text(offer.total_minor() / rooms);
  append(out, R"({"id":")", offer.id, R"(","type":"hotel-offer","checkInDate":")",
         date_text(offer.stay.check_in), R"(","checkOutDate":")", date_text(offer.stay.check_out),
         R"(","roomQuantity":1,"rateCode":")", kind.code, R"(","room":{"type":")", kind.room,
         R"(","description":{"text":")", kind.text, R"(","lang":"EN"}},"guests":{"adults":)",
         std::to_string(offer.stay.adults), R"(},"price":{"currency":")",
         offer.property.city->currency, R"(","base":")", amount_text(offer.base_minor() / rooms),
         R"(","total":")", total, R"(","sellingTotal":")", total,
         R"("},"policies":{"paymentType":")");
  if (wants_deposit(offer.property))
    append(out, R"(DEPOSIT","cancellations":[{"type":"FULL_STAY","amount":")", total, R"("}]}})");
  else
    append(out, R"(GUARANTEE","cancellations":[{"amount":")",
           amount_text(offer.total_minor() / rooms / offer.stay.nights()), R"(","deadline":")",
           cancel_deadline(offer), R"("}]}})");
}

void append_booking(std::string& out, const Order& order, const Booking& booking,
                    std::string_view base) {
  const Property& hotel = order.offer.property;
  append(out, R"({"type":"hotel-booking","id":")", booking.id, R"(","bookingStatus":")",
         order.pending ? "PENDING" : "CONFIRMED", R"(","hotelProviderInformation":[)");
  append_provider(out, order, booking);
  out += R"(],"roomAssociations":[)";
  append_room(out, booking.room);
  out += R"(],"hotelOffer":)";
  append_offer(out, order.offer, static_cast<std::int64_t>(order.bookings.size()));
  std::string self(base);
  append(self, "/v1/reference-data/locations/hotels/by-hotels?hotelIds=", hotel.id);
  append(out, R"(,"hotel":{"hotelId":")", hotel.id, R"(","chainCode":")", hotel.chain,
         R"(","name":")", property_name(hotel), R"(","self":)", quoted(self),
         R"(},"payment":{"method":"CREDIT_CARD","paymentCard":{"paymentCardInfo":{"vendorCode":")",
         order.card.vendor, R"(","cardNumber":")", masked(order.card.number), R"(","expiryDate":")",
         order.card.expiry, R"(","holderName":)", quoted(order.card.holder),
         R"(}}},"travelAgentId":"00000000"})");
}

void append_guest(std::string& out, const Guest& guest, std::size_t id) {
  append(out, R"({"tid":)", std::to_string(guest.tid), R"(,"id":)", std::to_string(id));
  if (!guest.title.empty()) append(out, R"(,"title":)", quoted(guest.title));
  append(out, R"(,"firstName":)", quoted(guest.first_name), R"(,"lastName":)",
         quoted(guest.last_name), R"(,"phone":)", quoted(guest.phone), R"(,"email":)",
         quoted(guest.email), "}");
}

}  // namespace

std::string masked(const std::string& card_number) {
  std::string text = card_number;
  for (std::size_t i = 6; i + 4 < text.size(); ++i) text[i] = 'X';
  return text;
}

void append_order(std::string& out, const Order& order, std::string_view base) {
  append(out, R"({"type":"hotel-order","id":")", order.id, R"(","hotelBookings":[)");
  for (std::size_t i = 0; i < order.bookings.size(); ++i) {
    if (i > 0) out += ',';
    append_booking(out, order, order.bookings[i], base);
  }
  out += R"(],"guests":[)";
  for (std::size_t i = 0; i < order.guests.size(); ++i) {
    if (i > 0) out += ',';
    append_guest(out, order.guests[i], i + 1);
  }
  std::string self(base);
  append(self, "/v2/booking/hotel-orders/", encode(order.id));
  append(out, R"(],"associatedRecords":[{"reference":")", order.reference,
         R"(","originSystemCode":"GDS"}],"self":)", quoted(self), "}");
}

}  // namespace mayday::hotel
