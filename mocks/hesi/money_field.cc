#include "money_field.h"

#include <cmath>
#include <string>

namespace mayday::hesi {
namespace {

constexpr std::int64_t kMinorMax = 100'000'000'000;  // 1,000,000,000.00

/// A rate such as "7.1234" in millionths; nothing when it is not such a text.
std::optional<std::int64_t> millionths(std::string_view rate) {
  std::size_t point = rate.find('.');
  std::string digits(rate.substr(0, point));
  std::string decimals = point == std::string_view::npos ? "" : std::string(rate.substr(point + 1));
  if (digits.empty() || digits.size() > 5 || decimals.size() > 6) return std::nullopt;
  decimals.resize(6, '0');
  digits += decimals;
  if (digits.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  return std::stoll(digits);
}

/// Foreign fields: all or none. Nothing when they are right.
std::optional<MoneyFault> check_exchange(const json::object& money, std::int64_t minor) {
  constexpr std::string_view kForeign[] = {"foreign",        "foreignNumCode", "foreignScale",
                                           "foreignStrCode", "foreignSymbol",  "foreignUnit",
                                           "rate",           "sysRate"};
  std::size_t present = 0;
  for (std::string_view name : kForeign)
    if (money.contains(name)) ++present;
  if (present == 0) return std::nullopt;
  if (present < std::size(kForeign)) return MoneyFault::format;
  std::optional<std::int64_t> foreign = minor_amount(money.at("foreign"));
  std::optional<std::int64_t> rate = millionths(text_of(money, "rate"));
  if (!foreign || !rate || *foreign > kMinorMax / 100'000) return MoneyFault::format;
  std::int64_t expected = (*foreign * *rate + 500'000) / 1'000'000;
  return expected == minor ? std::nullopt : std::optional{MoneyFault::exchange};
}

}  // namespace

std::optional<std::int64_t> minor_amount(const json::value& amount) {
  if (const json::string* text = amount.if_string()) {
    std::int64_t minor = minor_units(std::string(text->data(), text->size()));
    return minor < 0 ? std::nullopt : std::optional{minor};
  }
  if (const std::int64_t* whole = amount.if_int64())
    return *whole < 0 || *whole > kMinorMax ? std::nullopt : std::optional{*whole * 100};
  const double* number = amount.if_double();
  if (number == nullptr || *number < 0 || *number > 1e9) return std::nullopt;
  std::int64_t minor = std::llround(*number * 100);
  bool two_decimals = std::abs(*number * 100 - static_cast<double>(minor)) < 1e-6;
  return two_decimals ? std::optional{minor} : std::nullopt;
}

std::variant<Money, MoneyFault> read_money(json::value& field) {
  json::object* money = field.if_object();
  json::value* standard = money == nullptr ? nullptr : money->if_contains("standard");
  if (standard == nullptr) return MoneyFault::format;
  std::optional<std::int64_t> minor = minor_amount(*standard);
  if (!minor) return MoneyFault::format;
  if (*minor < 1 || *minor > kMinorMax) return MoneyFault::out_of_range;
  if (auto fault = check_exchange(*money, *minor)) return *fault;
  Money amount{*minor, "CNY"};
  *standard = decimal(amount);
  return amount;
}

std::string money_text(const Money& amount) {
  JsonText out;
  out.open().text("standard", decimal(amount)).text("standardUnit", "元");
  out.number("standardScale", 2).text("standardSymbol", "¥").text("standardNumCode", "156");
  out.text("standardStrCode", amount.currency).close();
  return out.take();
}

void write_money(JsonText& out, std::string_view name, const Money& amount) {
  out.raw(name, money_text(amount));
}

}  // namespace mayday::hesi
