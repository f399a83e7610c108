#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mayday/base/json.h"
#include "problems.h"

namespace mayday::hotel {

struct Guest {
  std::int64_t tid = 0;
  std::string title;
  std::string first_name;
  std::string last_name;
  std::string phone;
  std::string email;
};

struct RoomWanted {
  std::vector<std::string> guests;  ///< Their tids, as text.
  std::string offer;
  std::string special_request;
};

struct Card {
  std::string vendor;
  std::string number;
  std::string expiry;  ///< MMYY.
  std::string holder;
};

/// What createHotelOrder asks for.
struct BookingInput {
  std::vector<Guest> guests;
  std::vector<RoomWanted> rooms;
  bool has_payment = false;
  std::string payment_method;
  std::optional<Card> card;
};

/// The first thing that is wrong with a body, remembered while it is read.
class Complaint {
 public:
  bool passed() const { return !first_; }
  const Problem& first() const { return *first_; }
  void refuse(Problem problem) {
    if (!first_) first_ = std::move(problem);
  }

 private:
  std::optional<Problem> first_;
};

/// Reads a body; its form only. What is wrong stands in `complaint`.
BookingInput read_booking(std::string_view body, Complaint& complaint);

/// What is wrong with the payment for an offer that wants a guarantee or, with `deposit`, a
/// deposit. `month` counts months since the year 0: a card that ran out before it is refused.
std::optional<Problem> payment_problem(const BookingInput& input, bool deposit, int month);

}  // namespace mayday::hotel
