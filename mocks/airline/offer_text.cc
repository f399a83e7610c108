#include "offer_text.h"

#include "carriers.h"
#include "mayday/base/json_text.h"
#include "mayday/base/money.h"
#include "mayday/base/time.h"
#include "places.h"
#include "wire.h"

namespace mayday::airline {
namespace {

/// "PT2H15M".
std::string period(int minutes) {
  std::string text = "PT";
  if (minutes >= 60) append(text, std::to_string(minutes / 60), "H");
  if (minutes % 60 != 0) append(text, std::to_string(minutes % 60), "M");
  return text;
}

/// Below 2^63 for a sane number of offers and changes: ids of revisions never meet.
std::uint64_t part_number(const Offer& offer, int revision, std::size_t slice, std::size_t leg) {
  return (static_cast<std::uint64_t>(revision) << 48) + offer.number * 64 + slice * 8 + leg;
}

std::string segment_id(const Offer& offer, int revision, std::size_t slice, std::size_t leg) {
  return opaque_id("seg_", part_number(offer, revision, slice, leg));
}

std::string_view cabin_of(const Trip& trip) {
  return trip.cabin.empty() ? std::string_view("economy") : std::string_view(trip.cabin);
}

std::string_view cabin_name(std::string_view cabin) {
  if (cabin == "first") return "First";
  if (cabin == "business") return "Business";
  return cabin == "premium_economy" ? "Premium Economy" : "Economy";
}

/// What every traveller has on a flight.
std::string segment_passengers(const Trip& trip) {
  std::string_view cabin = cabin_of(trip);
  std::string_view bags =
      oddities(trip).no_baggage
          ? "[]"
          : R"([{"type":"checked","quantity":1},{"type":"carry_on","quantity":1}])";
  std::string out = "[";
  for (const Traveller& traveller : trip.travellers) {
    if (out.size() > 1) out += ',';
    append(out, R"({"passenger_id":")", traveller.id, R"(","cabin_class":")", cabin,
           R"(","cabin_class_marketing_name":")", cabin_name(cabin),
           R"(","fare_basis_code":"Y20LGTN2","baggages":)", bags, "}");
  }
  return out + "]";
}

void append_stops(std::string& out, const Leg& leg, std::chrono::sys_days day) {
  if (leg.stop.empty()) {
    out += "[]";
    return;
  }
  int lands = leg.departs + leg.minutes / 2;
  out += R"([{"id":"sto_0000DRILL00000000000001","airport":)";
  append_place(out, place(leg.stop));
  append(out, R"(,"arriving_at":")", local_time(day, lands), R"(","departing_at":")",
         local_time(day, lands + 45), R"(","duration":"PT45M"}])");
}

void append_segment(std::string& out, std::string_view id, const Leg& leg,
                    std::chrono::sys_days day, std::string_view owner,
                    std::string_view passengers) {
  std::string flight = std::to_string(leg.flight);
  append(out, R"({"id":")", id, R"(","origin":)");
  append_place(out, place(leg.origin));
  out += R"(,"destination":)";
  append_place(out, place(leg.destination));
  append(
      out, R"(,"origin_terminal":"2","destination_terminal":"1","departing_at":")",
      local_time(day, leg.departs), R"(","arriving_at":")", local_time(day, leg.arrives),
      R"(","duration":")", period(leg.minutes), R"(","distance":")",
      std::to_string(leg.minutes * 11), R"(.0","marketing_carrier":)", carrier_text(owner),
      R"(,"marketing_carrier_flight_number":")", flight, R"(","operating_carrier":)",
      carrier_text(owner), R"(,"operating_carrier_flight_number":")", flight,
      R"(","aircraft":{"id":"arc_0000DRILL00000000000773","name":"Boeing 777-300","iata_code":"773"},"stops":)");
  append_stops(out, leg, day);
  append(out, R"(,"passengers":)", passengers, "}");
}

/// A slice's two ends, as searches and slices show them.
void append_ends(std::string& out, const SliceAsked& slice) {
  Place from = place(slice.origin);
  Place to = place(slice.destination);
  out += R"("origin":)";
  append_place(out, from);
  out += R"(,"destination":)";
  append_place(out, to);
  append(out, R"(,"origin_type":")", place_type(from), R"(","destination_type":")", place_type(to),
         "\"");
}

void append_travellers(std::string& out, const Trip& trip) {
  out += '[';
  for (const Traveller& traveller : trip.travellers) {
    if (out.back() != '[') out += ',';
    append(out, R"({"id":")", traveller.id, R"(","type":)",
           traveller.type.empty() ? "null" : quoted(traveller.type), R"(,"age":)",
           traveller.age < 0 ? "null" : std::to_string(traveller.age), R"(,"given_name":)",
           traveller.given_name.empty() ? "null" : quoted(traveller.given_name),
           R"(,"family_name":)",
           traveller.family_name.empty() ? "null" : quoted(traveller.family_name),
           R"(,"loyalty_programme_accounts":[]})");
  }
  out += ']';
}

void append_private_fares(std::string& out, const Search& search, std::string_view owner) {
  out += '[';
  for (const auto& [carrier, code] : search.corporate) {
    if (carrier != owner) continue;
    if (out.back() != '[') out += ',';
    append(out, R"({"type":"corporate","corporate_code":)", quoted(code), "}");
  }
  out += ']';
}

void append_requirements(std::string& out, const Trip& trip, const Offer& offer,
                         const OfferTimes& times) {
  if (can_be_held(trip, offer)) {
    append(out, R"({"requires_instant_payment":false,"payment_required_by":")", times.pay_by,
           R"(","price_guarantee_expires_at":")", times.guaranteed, R"("})");
  } else {
    out +=
        R"({"requires_instant_payment":true,"payment_required_by":null,"price_guarantee_expires_at":null})";
  }
}

void append_services(std::string& out, const Trip& trip, const Offer& offer,
                     std::string_view currency) {
  if (oddities(trip).no_services) {
    out += "[]";
    return;
  }
  append(out, R"([{"id":")", bag_id(offer),
         R"(","type":"baggage","maximum_quantity":1,"passenger_ids":[")",
         trip.travellers.front().id, R"("],"segment_ids":[")", segment_id(offer, 0, 0, 0),
         R"("],"total_amount":")", decimal(kBagMinor), R"(","total_currency":")", currency,
         R"(","metadata":{"type":"checked","maximum_weight_kg":23}}])");
}

}  // namespace

void append_price(std::string& out, std::int64_t base, std::int64_t tax,
                  std::string_view currency) {
  append(out, R"("total_amount":")", decimal(base + tax), R"(","total_currency":")", currency,
         R"(","base_amount":")", decimal(base), R"(","base_currency":")", currency,
         R"(","tax_amount":")", decimal(tax), R"(","tax_currency":")", currency, "\"");
}

void append_conditions(std::string& out, const Offer& offer, std::string_view currency) {
  RefundTerms terms = refund_terms(offer);
  out += R"({"refund_before_departure":)";
  if (!terms.known) {
    out += "null";
  } else if (terms.allowed) {
    append(out, R"({"allowed":true,"penalty_amount":")", decimal(terms.penalty_minor),
           R"(","penalty_currency":")", currency, R"("})");
  } else {
    out += R"({"allowed":false,"penalty_amount":null,"penalty_currency":null})";
  }
  out += R"(,"change_before_departure":null})";
}

void append_slices(std::string& out, const Trip& trip, const Offer& offer,
                   const Itinerary& itinerary) {
  std::string passengers = segment_passengers(trip);
  std::string_view owner = seller(trip, offer);
  out += '[';
  for (std::size_t s = 0; s < trip.slices.size(); ++s) {
    const SliceAsked& slice = trip.slices[s];
    std::chrono::sys_days day = *parse_date(slice.date);
    std::vector<Leg> flights = legs(slice, offer.variant);
    if (s > 0) out += ',';
    append(out, R"({"id":")", opaque_id("sli_", part_number(offer, itinerary.revision, s, 0)),
           "\",");
    append_ends(out, slice);
    append(
        out, R"(,"duration":")", period(slice_minutes(slice, offer.variant)),
        R"(","fare_brand_name":"Basic","conditions":{"change_before_departure":null},"segments":[)");
    for (std::size_t i = 0; i < flights.size(); ++i) {
      if (i > 0) out += ',';
      Leg& flight = flights[i];
      flight.departs += itinerary.minutes_later;
      flight.arrives += itinerary.minutes_later;
      append_segment(out, segment_id(offer, itinerary.revision, s, i), flight, day, owner,
                     passengers);
    }
    out += "]}";
  }
  out += ']';
}

void append_offer(std::string& out, const Search& search, const Offer& offer,
                  const OfferTimes& times, std::string_view currency, bool services) {
  const Trip& trip = search.trip;
  std::string_view owner = seller(trip, offer);
  append(out, R"({"id":")", offer.id, R"(","live_mode":false,"partial":false,"created_at":")",
         times.created, R"(","updated_at":")", times.updated, R"(","expires_at":")", times.expires,
         R"(","owner":)", carrier_text(owner), ",");
  append_price(out, offer.base_minor + offer.raised_minor, offer.tax_minor, currency);
  append(out, R"(,"total_emissions_kg":")", std::to_string(total_minutes(trip, offer.variant)),
         R"(","conditions":)");
  append_conditions(out, offer, currency);
  out += R"(,"payment_requirements":)";
  append_requirements(out, trip, offer, times);
  append(
      out,
      R"(,"passenger_identity_documents_required":false,"supported_passenger_identity_document_types":["passport"],"supported_loyalty_programmes":[")",
      owner, R"("],"private_fares":)");
  append_private_fares(out, search, owner);
  out += R"(,"passengers":)";
  append_travellers(out, trip);
  out += R"(,"slices":)";
  append_slices(out, trip, offer, Itinerary{});
  out += R"(,"available_services":)";
  if (services)
    append_services(out, trip, offer, currency);
  else
    out += "null";
  out += '}';
}

void append_search(std::string& out, const Search& search, std::string_view created) {
  const Trip& trip = search.trip;
  append(out, R"({"id":")", search.id, R"(","live_mode":false,"created_at":")", created,
         R"(","cabin_class":)", trip.cabin.empty() ? "null" : quoted(trip.cabin), R"(,"slices":[)");
  for (const SliceAsked& slice : trip.slices) {
    out += out.back() == '[' ? "{" : ",{";
    append_ends(out, slice);
    append(out, R"(,"departure_date":")", slice.date, R"("})");
  }
  out += R"(],"passengers":)";
  append_travellers(out, trip);
}

bool can_be_held(const Trip& trip, const Offer& offer) {
  return offer.variant == 0 || oddities(trip).all_can_be_held;
}

std::string bag_id(const Offer& offer) { return opaque_id("ase_", offer.number); }

std::string_view seller(const Trip& trip, const Offer& offer) {
  return carrier(offer.variant, place(trip.slices.front().origin).country);
}

}  // namespace mayday::airline
