#include "numbers.h"

#include <charconv>

namespace mayday::hesi {

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  bool whole = !text.empty() && failed == std::errc{} && end == text.data() + text.size();
  return whole ? std::optional{value} : std::nullopt;
}

}  // namespace mayday::hesi
