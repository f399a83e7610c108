#include "wire.h"

#include <algorithm>

#include "mayday/base/draw.h"
#include "mayday/base/time.h"

namespace mayday::hotel {
namespace {

constexpr std::string_view kLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string opaque_code(std::string_view name, std::uint64_t number, int length) {
  std::string code;
  std::uint64_t value = 0;
  for (int i = 0; i < length; ++i) {
    if (i % 12 == 0) value = draw(static_cast<Seed>(i), name, number);
    code += kLetters[value % 36];
    value /= 36;
  }
  return code;
}

std::string record_locator(std::uint64_t number) {
  // A multiplier without the factors 2 and 3 of 36^6 makes this one-to-one: no look-up, no repeats.
  constexpr std::uint64_t kAll = 2176782336;  // 36^6
  std::uint64_t value = (number * 1'234'567'891 + 777'777'777) % kAll;
  std::string text;
  for (int i = 0; i < 6; ++i) {
    text += kLetters[value % 36];
    value /= 36;
  }
  return text;
}

std::string base64(std::string_view text) {
  static constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < text.size(); i += 3) {
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k)
      group = group << 8 | (i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U);
    out += kAlphabet[group >> 18];
    out += kAlphabet[group >> 12 & 63];
    out += i + 1 < text.size() ? kAlphabet[group >> 6 & 63] : '=';
    out += i + 2 < text.size() ? kAlphabet[group & 63] : '=';
  }
  return out;
}

std::string date_text(std::chrono::sys_days day) { return civil_date(day.time_since_epoch()); }

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    std::size_t end = std::min(text.find(','), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

int whole_number(std::string_view text, int otherwise) {
  if (text.empty() || text.size() > 6 || !std::all_of(text.begin(), text.end(), is_digit))
    return otherwise;
  int value = 0;
  for (char c : text) value = value * 10 + (c - '0');
  return value;
}

bool is_code(std::string_view text, std::size_t length) {
  return text.size() == length && std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || (c >= 'A' && c <= 'Z');
         });
}

bool is_upper(std::string_view text, std::size_t length) {
  return text.size() == length &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace mayday::hotel
