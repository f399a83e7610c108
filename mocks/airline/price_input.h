#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "order_input.h"

namespace mayday::airline {

struct PaymentMethod {
  std::string type;  ///< card | airline_credit | balance.
  std::string card_id;
  std::string airline_credit_id;
};

/// What priceOffer asks for: how a client means to pay, and for which extras.
struct PriceInput {
  std::vector<PaymentMethod> methods;
  Services services;
};

/// Reads the `data` of priceOffer; what is wrong stands in `review`.
PriceInput read_price(const json::object& data, Review& review);

/// Appends the members that a priced offer has beyond an offer's own, each with its comma.
/// `offer_minor` is what the offer costs without extras.
void append_intentions(std::string& out, const PriceInput& input, std::int64_t offer_minor,
                       std::string_view currency);

}  // namespace mayday::airline
