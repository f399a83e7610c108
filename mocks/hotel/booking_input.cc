#include "booking_input.h"

#include <algorithm>
#include <boost/json/serialize.hpp>

#include "wire.h"

namespace mayday::hotel {
namespace {

constexpr std::string_view kGuests = "data/guests";
constexpr std::string_view kRooms = "data/roomAssociations";
constexpr std::size_t kArrivalBytes = 4'000;

bool is_title(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == ' ' || c == '-';
  });
}

Guest read_guest(const json::object& from, Complaint& complaint) {
  Guest guest;
  guest.tid = number_in(from, "tid", kGuests, 0, 999'999, complaint);
  guest.title = text_in(from, "title", kGuests, 0, 54, complaint);
  if (!is_title(guest.title)) complaint.refuse(bad_member(kGuests, "title must be of letters"));
  guest.first_name = text_in(from, "firstName", kGuests, 1, 56, complaint);
  guest.last_name = text_in(from, "lastName", kGuests, 1, 57, complaint);
  guest.phone = text_in(from, "phone", kGuests, 2, 199, complaint);
  guest.email = text_in(from, "email", kGuests, 3, 90, complaint);
  if (member(from, "childAge") != nullptr)
    guest.child_age = number_in(from, "childAge", kGuests, 0, 17, complaint);
  return guest;
}

/// The loyalty number is the hotel's business: its form is looked at, and that is all.
void check_loyalty(const json::object& reference, std::string_view pointer, Complaint& complaint) {
  if (member(reference, "hotelLoyaltyId") == nullptr) return;
  std::string id = text_in(reference, "hotelLoyaltyId", pointer, 1, 21, complaint);
  std::erase(id, '-');
  if (!is_code(id, id.size()))
    complaint.refuse(bad_member(pointer, "hotelLoyaltyId must be of A-Z, 0-9 and -"));
}

void check_agent(const json::object& data, Complaint& complaint) {
  const json::object& agent = object_in(data, "travelAgent", "data/travelAgent", complaint);
  const json::object& contact = object_in(agent, "contact", "data/travelAgent/contact", complaint);
  text_in(contact, "email", "data/travelAgent/contact", 3, 90, complaint);
}

std::string read_arrival(const json::object& data, Complaint& complaint) {
  constexpr std::string_view kArrival = "data/arrivalInformation";
  if (member(data, "arrivalInformation") == nullptr) return {};
  std::string text = json::serialize(object_in(data, "arrivalInformation", kArrival, complaint));
  if (text.size() > kArrivalBytes) complaint.refuse(bad_member(kArrival, "this is too long"));
  return text;
}

}  // namespace

BookingInput read_booking(std::string_view body, Complaint& complaint) {
  BookingInput input;
  json::object data = read_data(body, complaint);
  const json::value* type = member(data, "type");
  if (type == nullptr || !type->is_string() || type->get_string() != "hotel-order")
    complaint.refuse({400, 8612, "INVALID TYPE", {}, {}, "data/type"});
  for (const json::value& guest : list_in(data, "guests", kGuests, 81, complaint))
    input.guests.push_back(read_guest(object_of(guest, kGuests, complaint), complaint));
  check_agent(data, complaint);
  for (const json::value& room : list_in(data, "roomAssociations", kRooms, 9, complaint))
    input.rooms.push_back(read_room(object_of(room, kRooms, complaint), kRooms, complaint));
  input.payment = read_payment(data, "data", complaint);
  input.arrival = read_arrival(data, complaint);
  return input;
}

RoomWanted read_room(const json::object& from, std::string_view pointer, Complaint& complaint) {
  std::string offer_pointer = std::string(pointer) + "/hotelOfferId";
  RoomWanted room;
  for (const json::value& entry : list_in(from, "guestReferences", pointer, 9, complaint)) {
    const json::object& reference = object_of(entry, pointer, complaint);
    room.guests.push_back(text_in(reference, "guestReference", pointer, 1, 20, complaint));
    check_loyalty(reference, pointer, complaint);
  }
  room.offer = text_in(from, "hotelOfferId", offer_pointer, 1, 1000, complaint);
  check_offer_id(room.offer, offer_pointer, complaint);
  if (member(from, "specialRequest") != nullptr)
    room.special_request = text_in(from, "specialRequest", pointer, 2, 120, complaint);
  return room;
}

void check_offer_id(std::string_view id, std::string_view pointer, Complaint& complaint) {
  if (id.size() < 2 || id.size() > 100 || !is_code(id, id.size()))
    complaint.refuse({400, 36801, "INVALID OFFER ID", {}, {}, std::string(pointer)});
}

std::optional<Problem> guest_problem(const std::vector<Guest>& guests,
                                     const std::vector<RoomWanted>& rooms, const Stay& stay) {
  std::vector<std::string> placed;
  for (const RoomWanted& room : rooms) {
    for (const std::string& guest : room.guests) {
      bool known = std::any_of(guests.begin(), guests.end(),
                               [&](const Guest& g) { return std::to_string(g.tid) == guest; });
      bool twice = std::find(placed.begin(), placed.end(), guest) != placed.end();
      if (!known || twice)
        return Problem{400, 4725, "INVALID PASSENGER ASSOCIATION", {}, {}, std::string(kRooms)};
      placed.push_back(guest);
    }
  }
  for (const RoomWanted& room : rooms)
    if (room.guests.size() != stay.occupancy())
      return Problem{400, 1503, "INVALID NUMBER OF GUESTS", {}, {}, std::string(kGuests)};
  return std::nullopt;
}

}  // namespace mayday::hotel
