#include "offer_text.h"

#include "mayday/base/json_text.h"
#include "mayday/base/money.h"
#include "wire.h"

namespace mayday::hotel {
namespace {

void append_price(std::string& out, const Offer& offer, std::string_view in, std::string_view to) {
  std::string_view currency = offer.property.city->currency;
  std::string nightly = decimal(offer.nightly_minor * offer.stay.rooms);
  append(
      out, R"("price":{"currency":")", currency, R"(","base":")", decimal(offer.base_minor()),
      R"(","total":")", decimal(offer.total_minor()),
      R"(","taxes":[{"code":"VALUE_ADDED_TAX","amount":")", decimal(offer.tax_minor()),
      R"(","currency":")", currency,
      R"(","included":false,"pricingFrequency":"PER_STAY","pricingMode":"PER_PRODUCT"}],"variations":{"average":{"base":")",
      nightly, R"("},"changes":[{"startDate":")", in, R"(","endDate":")", to, R"(","base":")",
      nightly, R"("}]}})");
}

void append_policies(std::string& out, const Offer& offer, bool full) {
  if (wants_deposit(offer.property)) {
    append(
        out, R"("policies":{"paymentType":"deposit","deposit":{"amount":")",
        decimal(offer.total_minor()),
        R"(","acceptedPayments":{"creditCards":["VI","CA","AX"],"methods":["CREDIT_CARD"]}},"cancellations":[{"type":"FULL_STAY","amount":")",
        decimal(offer.total_minor()),
        R"("}],"refundable":{"cancellationRefund":"NON_REFUNDABLE"})");
  } else {
    append(
        out,
        R"("policies":{"paymentType":"guarantee","guarantee":{"acceptedPayments":{"creditCards":["VI","CA","AX"],"methods":["CREDIT_CARD"]}},"cancellations":[{"numberOfNights":1,"amount":")",
        decimal(offer.total_minor() / offer.stay.nights()), R"(","deadline":")",
        cancel_deadline(offer),
        R"("}],"refundable":{"cancellationRefund":"REFUNDABLE_UP_TO_DEADLINE"})");
  }
  if (full) out += R"(,"checkInOut":{"checkIn":"14:00:00","checkOut":"12:00:00"})";
  out += '}';
}

void append_offer(std::string& out, const Offer& offer, std::string_view in, std::string_view to,
                  std::string_view base, bool full) {
  const Rate& kind = rate(offer.variant);
  append(out, R"({"id":")", offer.id, R"(","checkInDate":")", in, R"(","checkOutDate":")", to,
         "\",");
  if (offer.stay.rooms > 1)
    append(out, R"("roomQuantity":")", std::to_string(offer.stay.rooms), "\",");
  append(out, R"("rateCode":")", kind.code, R"(","rateFamilyEstimated":{"code":")", kind.family,
         R"(","type":"P"},"boardType":")", kind.board, R"(","room":{"type":")", kind.room,
         R"(","typeEstimated":{"category":")", kind.category, R"(","beds":)",
         std::to_string(kind.beds), R"(,"bedType":")", kind.bed_type,
         R"("},"description":{"text":")", kind.text, R"(","lang":"EN"}},)");
  append_guests(out, offer.stay);
  out += ',';
  append_price(out, offer, in, to);
  out += ',';
  append_policies(out, offer, full);
  append(out, R"(,"self":)", quoted(std::string(base) + "/v3/shopping/hotel-offers/" + offer.id),
         "}");
}

}  // namespace

void append_guests(std::string& out, const Stay& stay) {
  append(out, R"("guests":{"adults":)", std::to_string(stay.adults));
  if (!stay.child_ages.empty()) {
    out += R"(,"childAges":[)";
    for (int age : stay.child_ages) append(out, out.back() == '[' ? "" : ",", std::to_string(age));
    out += ']';
  }
  out += '}';
}

void append_hotel_offers(std::string& out, const Property& property, const Stay& stay,
                         const std::vector<const Offer*>& offers, std::string_view base,
                         bool full) {
  std::string in = date_text(stay.check_in);
  std::string to = date_text(stay.check_out);
  append(out, R"({"type":"hotel-offers","available":)", offers.empty() ? "false" : "true",
         R"(,"hotel":{"type":"hotel","hotelId":")", property.id, R"(","chainCode":")",
         property.chain, R"(","dupeId":")", dupe_id(property), R"(","name":")",
         property_name(property), R"(","cityCode":")", property.city->code, R"(","latitude":)",
         latitude_text(property), R"(,"longitude":)", longitude_text(property), R"(},"offers":[)");
  for (const Offer* offer : offers) {
    if (out.back() == '}') out += ',';
    append_offer(out, *offer, in, to, base, full);
  }
  std::string self(base);
  append(self, "/v3/shopping/hotel-offers?hotelIds=", property.id,
         "&adults=", std::to_string(stay.adults), "&checkInDate=", in, "&checkOutDate=", to);
  append(out, R"(],"self":)", quoted(self), "}");
}

}  // namespace mayday::hotel
