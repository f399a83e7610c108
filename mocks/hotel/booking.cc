#include "booking.h"

#include <algorithm>

#include "booking_text.h"
#include "wire.h"

namespace mayday::hotel {
namespace {

constexpr Duration kConfirmsAfter = 30s;
constexpr std::string_view kRooms = "data/roomAssociations";

std::optional<Problem> guest_problem(const BookingInput& input, const Stay& stay) {
  std::vector<std::string> placed;
  for (const RoomWanted& room : input.rooms) {
    for (const std::string& guest : room.guests) {
      bool known = std::any_of(input.guests.begin(), input.guests.end(),
                               [&](const Guest& g) { return std::to_string(g.tid) == guest; });
      bool twice = std::find(placed.begin(), placed.end(), guest) != placed.end();
      if (!known || twice)
        return Problem{400, 4725, "INVALID PASSENGER ASSOCIATION", {}, {}, std::string(kRooms)};
      placed.push_back(guest);
    }
  }
  std::size_t occupancy = static_cast<std::size_t>(stay.adults) + stay.child_ages.size();
  for (const RoomWanted& room : input.rooms)
    if (room.guests.size() != occupancy)
      return Problem{400, 1503, "INVALID NUMBER OF GUESTS", {}, {}, "data/guests"};
  return std::nullopt;
}

/// Months since the year 0.
int month_of(std::chrono::sys_time<Duration> wall) {
  std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(wall)};
  return static_cast<int>(date.year()) * 12 +
         static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

/// The desk's order number: from "order NNN", else what the caller gave to trace by.
std::string desk_order(const RoomWanted& room, const Stamp& stamp) {
  constexpr std::string_view kWord = "order ";
  std::string_view text = room.special_request;
  if (!text.starts_with(kWord)) return stamp.client_ref;
  text.remove_prefix(kWord.size());
  return std::string(text.substr(0, text.find(' ')));
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
    return book(input, stamp, at);
  });
}

std::optional<Problem> Bookings::objection(const BookingInput& input, Instant now) const {
  const Offer* offer = nullptr;
  for (const RoomWanted& room : input.rooms) {
    const Offer* found = shopping_.find(room.offer, now);
    if (found == nullptr)
      return Problem{400, 38420, "OFFER NOT FOUND", {}, {}, "data/roomAssociations/hotelOfferId"};
    bool other = offer != nullptr && offer != found;
    if (other || input.rooms.size() != static_cast<std::size_t>(found->stay.rooms))
      return Problem{400, 33555, "NUMBER OF ROOMS MISMATCH BETWEEN SHOPPING AND BOOKING",
                     {},  {},    std::string(kRooms)};
    offer = found;
  }
  if (auto problem = guest_problem(input, offer->stay)) return problem;
  if (auto problem =
          payment_problem(input, wants_deposit(offer->property), month_of(door_.wall(now))))
    return problem;
  if (offer->property.oddity == Oddity::price_moves)
    return Problem{400, 37200, "PRICE DISCREPANCY", "Shop again for the price of now", {}, {}};
  return std::nullopt;
}

Response Bookings::book(const BookingInput& input, const Stamp& stamp, Instant now) {
  const Offer& offer = *shopping_.find(input.rooms.front().offer, now);
  Order& order = orders_.emplace_back();
  order.reference = record_locator(orders_.size());
  order.id = base64(order.reference + "/" + date_text(offer.stay.check_in));
  order.key = desk_order(input.rooms.front(), stamp);
  order.offer = offer;
  order.guests = input.guests;
  order.card = *input.card;
  order.created = now;
  order.pending = offer.property.oddity == Oddity::confirms_late;
  for (const RoomWanted& room : input.rooms) {
    std::uint64_t number = ++rooms_;
    std::string confirmation = std::to_string(66'010'000 + number);
    std::string id = base64("1/" + confirmation + "/" + std::to_string(77'010'000 + number));
    order.bookings.push_back({std::move(id), std::move(confirmation), room});
  }
  by_id_[order.id] = &order;
  by_reference_[order.reference] = &order;
  if (order.pending) pending_.push_back(&order);
  if (offer.property.oddity == Oddity::books_but_fails)
    return door_.refuse(
        stamp,
        {400, 25860, "CHECK VOUCHER RECEPTION AND CALL HELPDESK - BOOKING FAILURE", {}, {}, {}});
  std::string body = R"({"data":)";
  append_order(body, order, stamp.base);
  body += '}';
  return door_.answer(stamp, 201, std::move(body));
}

Handled Bookings::show(const Stamp& stamp, const Order* order) const {
  if (order == nullptr)
    return door_.refuse(stamp,
                        {404, 38196, "Resource not found", "There is no such order", {}, {}});
  std::string body = R"({"data":)";
  append_order(body, *order, stamp.base);
  body += '}';
  return door_.answer(stamp, 200, std::move(body));
}

Handled Bookings::get_hotel_order(const Exchange& x, Instant now) {
  confirm(now);
  auto found = by_id_.find(x.values.at(0));
  return show(Stamp(x), found == by_id_.end() ? nullptr : found->second);
}

Handled Bookings::get_hotel_order_by_reference(const Exchange& x, Instant now) {
  confirm(now);
  std::string reference(x.values.empty() ? x.target.query("reference")
                                         : std::string_view(x.values[0]));
  if (!is_code(reference, 6))
    return door_.refuse(Stamp(x), bad_parameter("reference", "a reference has 6 characters"));
  auto found = by_reference_.find(reference);
  return show(Stamp(x), found == by_reference_.end() ? nullptr : found->second);
}

Instant Bookings::next_due() const {
  return pending_.empty() ? kNever : pending_.front()->created + kConfirmsAfter;
}

void Bookings::confirm(Instant now) {
  while (!pending_.empty() && next_due() <= now) {
    pending_.front()->pending = false;
    pending_.pop_front();
  }
}

std::vector<BookEntry> Bookings::books() const {
  std::vector<BookEntry> entries;
  for (const Order& order : orders_) {
    for (const Booking& booking : order.bookings) {
      BookEntry entry;
      entry.what = "room";
      entry.key = order.key.empty() ? order.id : order.key;
      entry.id = booking.id;
      entry.state = "booked";
      auto rooms = static_cast<std::int64_t>(order.bookings.size());
      entry.amount = Money{order.offer.total_minor() / rooms,
                           std::string(order.offer.property.city->currency)};
      entries.push_back(std::move(entry));
    }
  }
  return entries;
}

}  // namespace mayday::hotel
