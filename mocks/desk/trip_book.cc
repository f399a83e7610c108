#include "trip_book.h"

#include "mayday/base/check.h"

namespace mayday {
namespace {

std::string_view book_state(PartState state) {
  switch (state) {
    case PartState::booked:
      return "booked";
    case PartState::cancelled:
      return "cancelled";
    case PartState::none:
    case PartState::unknown:
      return "unknown";
  }
  broken("unhandled PartState");
}

std::string_view book_state(PaymentState state) {
  switch (state) {
    case PaymentState::open:
      return "open";
    case PaymentState::captured:
      return "captured";
    case PaymentState::failed:
      return "failed";
    case PaymentState::none:
    case PaymentState::unknown:
      return "unknown";
  }
  broken("unhandled PaymentState");
}

void add_part(std::vector<BookEntry>& books, std::string_view what, const std::string& order,
              const TripPart& part) {
  if (part.state == PartState::none) return;
  books.push_back(
      {std::string(what), order, part.id, std::string(book_state(part.state)), part.price});
}

}  // namespace

std::string_view told_state(const Trip& trip) {
  if (trip.uncertain()) return "unknown";
  if (trip.payment.state == PaymentState::captured) return "paid";
  return trip.reserved() ? "reserved" : "cancelled";
}

TripBook::Index TripBook::open(Trip trip) {
  Index index = trips_.size();
  by_order_[trip.order] = index;
  trips_.push_back(std::move(trip));
  return index;
}

TripBook::Index TripBook::find(std::string_view order) const {
  auto found = by_order_.find(std::string(order));
  bool there = found != by_order_.end() && trips_[found->second].stored;
  return there ? found->second : trips_.size();
}

void TripBook::add_to(std::vector<BookEntry>& books) const {
  for (const Trip& trip : trips_) {
    if (!trip.stored) continue;
    add_part(books, "flight", trip.order, trip.flight);
    add_part(books, "room", trip.order, trip.room);
    if (trip.payment.state == PaymentState::none) continue;
    books.push_back({"payment", trip.order, trip.payment.id,
                     std::string(book_state(trip.payment.state)), trip.payment.amount});
  }
}

}  // namespace mayday
