#include "booking_input_v1.h"

#include "mayday/base/json_text.h"
#include "wire.h"

namespace mayday::hotel {
namespace {

constexpr std::string_view kGuests = "data/guests";
constexpr std::string_view kOffer = "data/offerId";
constexpr std::string_view kPayments = "data/payments";
constexpr std::string_view kCard = "data/payments/card";

Guest read_guest(const json::object& from, std::int64_t place, Complaint& complaint) {
  const json::object& name = object_in(from, "name", kGuests, complaint);
  const json::object& contact = object_in(from, "contact", kGuests, complaint);
  Guest guest;
  guest.tid = place;
  guest.title = text_in(name, "title", kGuests, 0, 54, complaint);
  guest.first_name = text_in(name, "firstName", kGuests, 1, 56, complaint);
  guest.last_name = text_in(name, "lastName", kGuests, 1, 57, complaint);
  guest.phone = text_in(contact, "phone", kGuests, 2, 199, complaint);
  guest.email = text_in(contact, "email", kGuests, 3, 90, complaint);
  return guest;
}

PaymentWanted read_first_payment(const json::object& data, Complaint& complaint) {
  PaymentWanted wanted;
  wanted.pointer = kPayments;
  wanted.card_pointer = kCard;
  const json::array& payments = list_in(data, "payments", kPayments, 9, complaint);
  if (payments.empty()) return wanted;
  const json::object& payment = object_of(payments[0], kPayments, complaint);
  wanted.given = true;
  wanted.method = text_in(payment, "method", kPayments, 1, 60, complaint);
  if (wanted.method != "creditCard") return wanted;
  wanted.method = "CREDIT_CARD";
  wanted.card = read_card(object_in(payment, "card", kCard, complaint), kCard, complaint);
  return wanted;
}

}  // namespace

BookingInput read_booking_v1(std::string_view body, Complaint& complaint) {
  BookingInput input;
  json::object data = read_data(body, complaint);
  input.rooms.emplace_back();
  input.rooms[0].offer = text_in(data, "offerId", kOffer, 1, 1000, complaint);
  check_offer_id(input.rooms[0].offer, kOffer, complaint);
  for (const json::value& entry : list_in(data, "guests", kGuests, 81, complaint)) {
    auto place = static_cast<std::int64_t>(input.guests.size()) + 1;
    input.guests.push_back(read_guest(object_of(entry, kGuests, complaint), place, complaint));
  }
  input.payment = read_first_payment(data, complaint);
  if (input.payment.card && complaint.passed())
    input.payment.card->holder = input.guests[0].last_name + " " + input.guests[0].first_name;
  return input;
}

bool allot_v1(BookingInput& input, const Stay& stay) {
  auto rooms = static_cast<std::size_t>(stay.rooms);
  if (input.guests.size() != stay.occupancy() * rooms) return false;
  input.rooms.resize(rooms);
  for (std::size_t i = 0; i < rooms; ++i) {
    RoomWanted& room = input.rooms[i];
    room.offer = input.rooms[0].offer;
    room.guests.clear();
    for (std::size_t k = 0; k < stay.occupancy(); ++k)
      room.guests.push_back(std::to_string(input.guests[i * stay.occupancy() + k].tid));
  }
  return true;
}

Problem in_words_of_v1(Problem problem) {
  if (problem.code == 38420) return {400, 36803, "OFFERID HAS EXPIRED", {}, {}, "data/offerId"};
  if (problem.code == 37200) return {400, 33554, "PRICE HAS CHANGED", {}, {}, "data/offerId"};
  return problem;
}

std::string bookings_body_v1(const Order& order) {
  std::string out = R"({"data":[)";
  for (const Booking& booking : order.bookings) {
    append(out, out.back() == '[' ? "" : ",", R"({"type":"hotel-booking","id":"XD_)",
           booking.confirmation, R"(","providerConfirmationId":")", booking.confirmation,
           R"(","associatedRecords":[{"reference":")", order.reference,
           R"(","originSystemCode":"GDS"}]})");
  }
  out += "]}";
  return out;
}

}  // namespace mayday::hotel
