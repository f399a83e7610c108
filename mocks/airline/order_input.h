#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "metadata.h"
#include "review.h"
#include "trip.h"

namespace mayday::airline {

/// Extras that are asked for: id, quantity.
using Services = std::vector<std::pair<std::string, std::int64_t>>;

struct PaymentInput {
  std::string type;
  std::int64_t minor = 0;
  std::string currency;
};

struct Passenger {
  std::string id;
  std::string type;  ///< adult | child | infant_without_seat; known from the offer.
  std::string title;
  std::string gender;
  std::string given_name;
  std::string family_name;
  std::string born_on;
  std::string email;
  std::string phone_number;
};

/// What createOrder asks for.
struct OrderInput {
  bool hold = false;
  std::string offer;
  std::optional<PaymentInput> payment;
  Services services;
  std::vector<Passenger> passengers;
  Metadata metadata;
};

/// Reads the `data` of createOrder; what is wrong stands in `review`. Whether the offer exists and
/// has these passengers is not asked here.
OrderInput read_order(const json::object& data, Review& review);

PaymentInput read_payment(const json::object& from, const std::string& at, Review& review);

/// The `name` of `data`: a list of extras, which may be absent.
Services read_services(const json::object& data, std::string_view name, Review& review);

/// Refuses passengers that are not exactly the trip's, and fills in their types.
void match_passengers(OrderInput& order, const Trip& trip, Review& review);

}  // namespace mayday::airline
