#include "wire.h"

#include "mayday/base/draw.h"
#include "mayday/base/time.h"

namespace mayday::airline {
namespace {

constexpr std::string_view kLetters =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

void append_digits(std::string& out, std::uint64_t value, int count) {
  for (int i = 0; i < count; ++i) {
    out += kLetters[value % kLetters.size()];
    value /= kLetters.size();
  }
}

void append_two(std::string& out, int value) {
  out += static_cast<char>('0' + value / 10);
  out += static_cast<char>('0' + value % 10);
}

}  // namespace

std::string opaque_id(std::string_view prefix, std::uint64_t number) {
  std::string id;
  id.reserve(prefix.size() + 22);
  id += prefix;
  append_digits(id, draw(0, prefix, number * 2), 11);
  append_digits(id, draw(0, prefix, number * 2 + 1), 11);
  return id;
}

std::string booking_reference(std::uint64_t number) {
  // A multiplier without the factors 2 and 3 of 36^6 makes this one-to-one: no look-up, no repeats.
  constexpr std::uint64_t kAll = 2176782336;  // 36^6
  std::uint64_t value = (number * 1'640'531'527 + 987'654'321) % kAll;
  std::string text;
  for (int i = 0; i < 6; ++i) {
    text += kLetters[value % 36];
    value /= 36;
  }
  return text;
}

std::string local_time(std::chrono::sys_days day, int minutes) {
  constexpr int kDay = 24 * 60;
  int days = minutes >= 0 ? minutes / kDay : -((kDay - 1 - minutes) / kDay);
  minutes -= days * kDay;
  std::chrono::year_month_day date{day + std::chrono::days{days}};
  int year = static_cast<int>(date.year());
  std::string text;
  text.reserve(20);
  append_two(text, year / 100);
  append_two(text, year % 100);
  text += '-';
  append_two(text, static_cast<int>(static_cast<unsigned>(date.month())));
  text += '-';
  append_two(text, static_cast<int>(static_cast<unsigned>(date.day())));
  text += 'T';
  append_two(text, minutes / 60);
  text += ':';
  append_two(text, minutes % 60);
  text += ":00";
  return text;
}

}  // namespace mayday::airline
