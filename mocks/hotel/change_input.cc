#include "change_input.h"

#include "mayday/base/time.h"
#include "wire.h"

namespace mayday::hotel {
namespace {

constexpr std::string_view kBooking = "data/hotelBooking";
constexpr std::string_view kOffer = "data/hotelBooking/hotelOffer";
constexpr std::string_view kOfferId = "data/hotelBooking/hotelOffer/id";
constexpr std::string_view kProduct = "data/hotelBooking/hotelOffer/product";
constexpr std::string_view kRoom = "data/hotelBooking/roomAssociation";

std::optional<std::chrono::sys_days> read_date(const json::object& product, std::string_view name,
                                               Complaint& complaint) {
  if (member(product, name) == nullptr) return std::nullopt;
  auto date = parse_date(text_in(product, name, kProduct, 10, 10, complaint));
  if (!date) complaint.refuse(bad_member(kProduct, std::string(name) + " must be a date"));
  return date;
}

void read_offer(const json::object& booking, ChangeInput& input, Complaint& complaint) {
  if (member(booking, "hotelOffer") == nullptr) return;
  const json::object& offer = object_in(booking, "hotelOffer", kOffer, complaint);
  if (member(offer, "id") != nullptr) {
    input.offer = text_in(offer, "id", kOfferId, 1, 1000, complaint);
    check_offer_id(input.offer, kOfferId, complaint);
  }
  if (member(offer, "product") == nullptr) return;
  const json::object& product = object_in(offer, "product", kProduct, complaint);
  input.check_in = read_date(product, "checkInDate", complaint);
  input.check_out = read_date(product, "checkOutDate", complaint);
}

/// A room association names its offer too: the only one, or the same.
void read_room_change(const json::object& booking, ChangeInput& input, Complaint& complaint) {
  if (member(booking, "roomAssociation") == nullptr) return;
  input.room = read_room(object_in(booking, "roomAssociation", kRoom, complaint), kRoom, complaint);
  if (input.offer.empty()) input.offer = input.room->offer;
  if (input.room->offer != input.offer)
    complaint.refuse(
        bad_member(std::string(kRoom) + "/hotelOfferId", "hotelOffer names another offer"));
}

}  // namespace

ChangeInput read_change(std::string_view body, Complaint& complaint) {
  ChangeInput input;
  json::object data = read_data(body, complaint);
  const json::object& booking = object_in(data, "hotelBooking", kBooking, complaint);
  read_offer(booking, input, complaint);
  read_room_change(booking, input, complaint);
  input.payment = read_payment(booking, kBooking, complaint);
  return input;
}

}  // namespace mayday::hotel
