#include "mayday/drill/traveller.h"

#include <charconv>

#include "mayday/base/json_text.h"
#include "mayday/world/router.h"

namespace mayday {
namespace {

/// The text between the quotes of a JSON string.
std::string json_escaped(const std::string& text) {
  std::string whole = quoted(text);
  return whole.substr(1, whole.size() - 2);
}

}  // namespace

Traveller::Traveller(const Person& who, Client with, std::string journey_name, std::int64_t starts)
    : staff(who.id),
      department(who.department),
      client(with),
      name(std::move(journey_name)),
      starts_(starts) {
  values_ = {{"staff.id", who.id},
             {"staff.code", who.code},
             {"staff.name", who.name},
             {"staff.department", who.department},
             {"client", std::string(to_text(with))},
             {"journey", name}};
}

void Traveller::keep(const std::string& value_name, std::string value) {
  for (auto& kept : values_) {
    if (kept.first != value_name) continue;
    kept.second = std::move(value);
    return;
  }
  values_.emplace_back(value_name, std::move(value));
}

std::string Traveller::value_of(std::string_view wanted) const {
  for (const auto& [known, value] : values_)
    if (known == wanted) return value;
  constexpr std::string_view kDate = "date+";
  if (wanted.starts_with(kDate)) {
    int days = 0;
    std::from_chars(wanted.data() + kDate.size(), wanted.data() + wanted.size(), days);
    return civil_date(std::chrono::seconds{starts_} + std::chrono::days{days});
  }
  return "{" + std::string(wanted) + "}";
}

std::string Traveller::fill(std::string_view text, bool in_target) const {
  std::string out;
  out.reserve(text.size() + 32);
  while (!text.empty()) {
    std::size_t open = text.find('{');
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    text.remove_prefix(open);
    std::size_t end = text.find_first_of("{}\",:", 1);  // a JSON brace is not a name's
    if (end == std::string_view::npos || text[end] != '}' || end == 1) {
      out += '{';
      text.remove_prefix(1);
      continue;
    }
    std::string value = value_of(text.substr(1, end - 1));
    out += in_target ? encode(value) : json_escaped(value);
    text.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace mayday
