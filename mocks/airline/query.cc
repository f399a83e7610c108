#include "query.h"

namespace mayday::airline {

std::optional<bool> read_flag(const Target& target, std::string_view name, Review& review) {
  if (!target.has(name)) return std::nullopt;
  std::string_view text = target.query(name);
  if (text == "true" || text == "false") return text == "true";
  std::string parameter(name);
  review.refuse("validation_type", "/" + parameter, parameter + " must be true or false");
  return std::nullopt;
}

std::vector<std::string> values_of(std::string_view target, std::string_view name) {
  std::vector<std::string> values;
  std::size_t at = target.find('?');
  while (at != target.npos) {
    std::size_t end = target.find('&', at + 1);
    std::string_view pair = target.substr(at + 1, end == target.npos ? end : end - at - 1);
    std::size_t sign = pair.find('=');
    if (sign != pair.npos && decode(pair.substr(0, sign), true) == name)
      values.push_back(decode(pair.substr(sign + 1), true));
    at = end;
  }
  return values;
}

}  // namespace mayday::airline
