#include "carriers.h"

namespace mayday::airline {

std::string_view carrier(int variant, std::string_view country) {
  if (variant < 2) return kSandboxCarrier;
  return country == "CN" ? "CA" : "BA";
}

std::string_view carrier_text(std::string_view code) {
  if (code == "CA")
    return R"({"id":"arl_0000DRILL00000000000CA","name":"Air China","iata_code":"CA","logo_symbol_url":null,"logo_lockup_url":null,"conditions_of_carriage_url":null})";
  if (code == "BA")
    return R"({"id":"arl_0000DRILL00000000000BA","name":"British Airways","iata_code":"BA","logo_symbol_url":null,"logo_lockup_url":null,"conditions_of_carriage_url":null})";
  return R"({"id":"arl_0000DRILL00000000000ZZ","name":"Duffel Airways","iata_code":"ZZ","logo_symbol_url":null,"logo_lockup_url":null,"conditions_of_carriage_url":null})";
}

}  // namespace mayday::airline
