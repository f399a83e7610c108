#include "booking_input.h"

#include <algorithm>
#include <boost/json/parse.hpp>

#include "wire.h"

namespace mayday::hotel {
namespace {

constexpr std::string_view kCardPointer = "data/payment/paymentCard/paymentCardInfo";

const json::value* member(const json::object& from, std::string_view name) {
  const json::value* found = from.if_contains(json::string_view(name.data(), name.size()));
  return found == nullptr || found->is_null() ? nullptr : found;
}

const json::object& object_in(const json::object& from, std::string_view name,
                              std::string_view pointer, Complaint& complaint) {
  static const json::object kNone;
  const json::value* found = member(from, name);
  if (found != nullptr && found->is_object()) return found->get_object();
  complaint.refuse(bad_member(pointer, std::string(name) + " must be an object"));
  return kNone;
}

const json::array& list_in(const json::object& from, std::string_view name,
                           std::string_view pointer, std::size_t most, Complaint& complaint) {
  static const json::array kNone;
  const json::value* found = member(from, name);
  if (found != nullptr && found->is_array() && !found->get_array().empty() &&
      found->get_array().size() <= most)
    return found->get_array();
  complaint.refuse(
      bad_member(pointer, std::string(name) + " must be a list of 1 to " + std::to_string(most)));
  return kNone;
}

const json::object& object_of(const json::value& from, std::string_view pointer,
                              Complaint& complaint) {
  static const json::object kNone;
  if (from.is_object()) return from.get_object();
  complaint.refuse(bad_member(pointer, "an object is expected here"));
  return kNone;
}

std::string text_in(const json::object& from, std::string_view name, std::string_view pointer,
                    std::size_t least, std::size_t most, Complaint& complaint) {
  const json::value* found = member(from, name);
  if (found == nullptr && least == 0) return {};
  if (found != nullptr && found->is_string() && found->get_string().size() >= least &&
      found->get_string().size() <= most)
    return std::string(found->get_string());
  complaint.refuse(bad_member(pointer, std::string(name) + " is missing or has the wrong length"));
  return {};
}

Guest read_guest(const json::object& from, Complaint& complaint) {
  constexpr std::string_view kPointer = "data/guests";
  // Lengths are counted in bytes, generously: a Chinese character takes three.
  Guest guest;
  const json::value* tid = member(from, "tid");
  if (tid != nullptr && tid->is_int64())
    guest.tid = tid->get_int64();
  else
    complaint.refuse(bad_member(kPointer, "tid must be a number"));
  guest.title = text_in(from, "title", kPointer, 0, 54, complaint);
  guest.first_name = text_in(from, "firstName", kPointer, 1, 168, complaint);
  guest.last_name = text_in(from, "lastName", kPointer, 1, 171, complaint);
  guest.phone = text_in(from, "phone", kPointer, 2, 199, complaint);
  guest.email = text_in(from, "email", kPointer, 3, 90, complaint);
  return guest;
}

RoomWanted read_room(const json::object& from, Complaint& complaint) {
  constexpr std::string_view kPointer = "data/roomAssociations";
  constexpr std::string_view kOffer = "data/roomAssociations/hotelOfferId";
  RoomWanted room;
  for (const json::value& entry : list_in(from, "guestReferences", kPointer, 9, complaint))
    room.guests.push_back(text_in(object_of(entry, kPointer, complaint), "guestReference", kPointer,
                                  1, 20, complaint));
  room.offer = text_in(from, "hotelOfferId", kOffer, 1, 1000, complaint);
  bool well_formed =
      room.offer.size() >= 2 && room.offer.size() <= 100 && is_code(room.offer, room.offer.size());
  if (!well_formed) complaint.refuse({400, 36801, "INVALID OFFER ID", {}, {}, std::string(kOffer)});
  if (member(from, "specialRequest") != nullptr)
    room.special_request = text_in(from, "specialRequest", kPointer, 2, 360, complaint);
  return room;
}

/// "2028-08" and "0828" become "0828"; anything else becomes "".
std::string month_and_year(std::string_view text) {
  std::string out;
  if (text.size() == 7 && text[4] == '-' && text.starts_with("20"))
    append(out, text.substr(5), text.substr(2, 2));
  else if (text.size() == 4)
    out = text;
  int month = whole_number(std::string_view(out).substr(0, 2), 0);
  return whole_number(out, -1) >= 0 && month >= 1 && month <= 12 ? out : std::string();
}

Card read_card(const json::object& from, Complaint& complaint) {
  Card card;
  card.vendor = text_in(from, "vendorCode", kCardPointer, 1, 10, complaint);
  card.number = text_in(from, "cardNumber", kCardPointer, 1, 30, complaint);
  card.expiry = month_and_year(text_in(from, "expiryDate", kCardPointer, 1, 10, complaint));
  card.holder = text_in(from, "holderName", kCardPointer, 1, 297, complaint);
  if (member(from, "securityCode") != nullptr)
    text_in(from, "securityCode", kCardPointer, 3, 4, complaint);
  return card;
}

void read_payment(const json::object& data, BookingInput& input, Complaint& complaint) {
  if (member(data, "payment") == nullptr) return;
  const json::object& payment = object_in(data, "payment", "data/payment", complaint);
  input.has_payment = true;
  input.payment_method = text_in(payment, "method", "data/payment", 1, 60, complaint);
  if (input.payment_method != "CREDIT_CARD" || member(payment, "paymentCard") == nullptr) return;
  const json::object& holder =
      object_in(payment, "paymentCard", "data/payment/paymentCard", complaint);
  input.card = read_card(object_in(holder, "paymentCardInfo", kCardPointer, complaint), complaint);
}

bool passes_luhn(std::string_view number) {
  int sum = 0;
  bool twice = false;
  for (auto c = number.rbegin(); c != number.rend(); ++c, twice = !twice) {
    if (*c < '0' || *c > '9') return false;
    int digit = (*c - '0') * (twice ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return number.size() >= 12 && number.size() <= 19 && sum % 10 == 0;
}

std::string card_member(std::string_view name) {
  std::string pointer(kCardPointer);
  append(pointer, "/", name);
  return pointer;
}

std::optional<Problem> card_problem(const Card& card, int month) {
  static constexpr std::string_view kAccepted[] = {"VI", "CA", "AX"};
  static constexpr std::string_view kKnown[] = {"DC", "JC", "DS", "TP", "UP"};
  bool accepted =
      std::find(std::begin(kAccepted), std::end(kAccepted), card.vendor) != std::end(kAccepted);
  bool known =
      accepted || std::find(std::begin(kKnown), std::end(kKnown), card.vendor) != std::end(kKnown);
  if (!known)
    return Problem{400, 1205, "INVALID CREDIT CARD TYPE", {}, {}, card_member("vendorCode")};
  if (!passes_luhn(card.number))
    return Problem{400, 8517, "INVALID CREDIT CARD NUMBER", {}, {}, card_member("cardNumber")};
  std::string_view expiry = card.expiry;
  int until = expiry.empty() ? 0
                             : (2000 + whole_number(expiry.substr(2), 0)) * 12 +
                                   whole_number(expiry.substr(0, 2), 1) - 1;
  if (until < month)
    return Problem{400, 24550, "ERROR IN CREDIT CARD DATE /DP-", {}, {}, card_member("expiryDate")};
  if (!accepted)
    return Problem{400, 3682, "CREDIT CARD NOT ACCEPTED AT HOTEL PROPERTY",
                   {},  {},   card_member("vendorCode")};
  return std::nullopt;
}

}  // namespace

BookingInput read_booking(std::string_view body, Complaint& complaint) {
  BookingInput input;
  boost::system::error_code error;
  json::value parsed = json::parse(body, error);
  if (error || !parsed.is_object()) {
    complaint.refuse(bad_member("data", "the body must be a JSON object"));
    return input;
  }
  const json::object& data = object_in(parsed.get_object(), "data", "data", complaint);
  const json::value* type = member(data, "type");
  if (type == nullptr || !type->is_string() || type->get_string() != "hotel-order")
    complaint.refuse({400, 8612, "INVALID TYPE", {}, {}, "data/type"});
  for (const json::value& guest : list_in(data, "guests", "data/guests", 81, complaint))
    input.guests.push_back(read_guest(object_of(guest, "data/guests", complaint), complaint));
  const json::object& agent = object_in(data, "travelAgent", "data/travelAgent", complaint);
  const json::object& contact = object_in(agent, "contact", "data/travelAgent/contact", complaint);
  text_in(contact, "email", "data/travelAgent/contact", 3, 90, complaint);
  for (const json::value& room :
       list_in(data, "roomAssociations", "data/roomAssociations", 9, complaint))
    input.rooms.push_back(
        read_room(object_of(room, "data/roomAssociations", complaint), complaint));
  read_payment(data, input, complaint);
  return input;
}

std::optional<Problem> payment_problem(const BookingInput& input, bool deposit, int month) {
  if (!input.has_payment || (input.payment_method == "CREDIT_CARD" && !input.card))
    return deposit ? Problem{400, 1146, "DEPOSIT REQUIRED", {}, {}, "data/payment"}
                   : Problem{400, 1427, "GUARANTEE REQUIRED", {}, {}, "data/payment"};
  if (input.payment_method != "CREDIT_CARD")
    return Problem{400, 37576, "INVALID PAYMENT METHOD", {}, {}, "data/payment"};
  return card_problem(*input.card, month);
}

}  // namespace mayday::hotel
