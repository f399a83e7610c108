#pragma once

#include <optional>
#include <string>
#include <variant>

#include "body.h"
#include "mayday/base/json_text.h"
#include "mayday/base/money.h"

namespace mayday::hesi {

/// What can be wrong with a money object; the contract has one answer for each.
enum class MoneyFault : unsigned char { format, out_of_range, exchange };

/// Reads a money object (金额) and brings `standard` into the form in which it is answered: text
/// with two decimals. With foreign currency every foreign field must be there, and standard must be
/// foreign x rate to the cent.
std::variant<Money, MoneyFault> read_money(json::value& field);

/// Minor units of a decimal text or a bare number; nothing when it is neither, or negative.
std::optional<std::int64_t> minor_amount(const json::value& amount);

/// An amount in the base currency, as a money object.
std::string money_text(const Money& amount);
void write_money(JsonText& out, std::string_view name, const Money& amount);

}  // namespace mayday::hesi
