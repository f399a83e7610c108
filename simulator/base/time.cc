#include "mayday/base/time.h"

#include <cstdio>

namespace mayday {
namespace {

using std::chrono::duration_cast;

/// Nanoseconds as "1.5" in units of `unit`, without trailing zeros.
std::string in_units(std::int64_t ns, std::int64_t unit) {
  std::string text = std::to_string(ns / unit);
  std::int64_t rest = ns % unit;
  if (rest == 0) return text;
  std::string digits = std::to_string(rest + unit).substr(1);
  digits.erase(digits.find_last_not_of('0') + 1);
  return text + "." + digits;
}

/// Of digits and nothing else.
std::optional<int> number_of(std::string_view digits) {
  int value = 0;
  for (char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string two(std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

}  // namespace

std::string to_text(Duration d) {
  if (d == kForever) return "for ever";
  std::int64_t ns = d.count();
  if (ns < 0) return "-" + to_text(-d);
  if (ns == 0) return "0s";
  if (ns < 1'000'000'000) return in_units(ns, 1'000'000) + "ms";
  constexpr std::int64_t kSecond = 1'000'000'000;
  std::string text;
  if (std::int64_t hours = ns / (3600 * kSecond)) text += std::to_string(hours) + "h";
  if (std::int64_t minutes = ns / (60 * kSecond) % 60) text += std::to_string(minutes) + "m";
  if (ns % (60 * kSecond) != 0) text += in_units(ns % (60 * kSecond), kSecond) + "s";
  return text;
}

std::string to_clock(Instant at) {
  std::int64_t seconds = duration_cast<std::chrono::seconds>(at.since_start).count();
  std::string text = seconds >= 3600 ? std::to_string(seconds / 3600) + ":" : "";
  return text + two(seconds / 60 % 60) + ":" + two(seconds % 60);
}

std::string rfc3339(std::chrono::nanoseconds since_1970, bool fraction) {
  std::int64_t seconds = duration_cast<std::chrono::seconds>(since_1970).count();
  char text[40];
  if (fraction) {
    auto micros = static_cast<int>(since_1970.count() / 1000 % 1'000'000);
    std::snprintf(text, sizeof text, "T%02d:%02d:%02d.%06dZ", static_cast<int>(seconds / 3600 % 24),
                  static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60), micros);
  } else {
    std::snprintf(text, sizeof text, "T%02d:%02d:%02dZ", static_cast<int>(seconds / 3600 % 24),
                  static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
  }
  return civil_date(std::chrono::seconds{seconds}) + text;
}

std::string civil_date(std::chrono::seconds since_1970) {
  std::chrono::sys_days day = std::chrono::floor<std::chrono::days>(
      std::chrono::sys_time<std::chrono::seconds>{since_1970});
  std::chrono::year_month_day date{day};
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

std::optional<std::chrono::sys_days> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  std::optional<int> year = number_of(text.substr(0, 4));
  std::optional<int> month = number_of(text.substr(5, 2));
  std::optional<int> day = number_of(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  std::chrono::year_month_day date{std::chrono::year{*year},
                                   std::chrono::month{static_cast<unsigned>(*month)},
                                   std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days{date};
}

std::chrono::seconds parse_rfc3339(std::string_view text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  char end = 0;
  std::string copy(text);
  if (copy.size() != 20 ||
      std::sscanf(copy.c_str(), "%4d-%2u-%2uT%2d:%2d:%2d%c", &year, &month, &day, &hour, &minute,
                  &second, &end) != 7 ||
      end != 'Z')
    return std::chrono::seconds{-1};
  std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                   std::chrono::day{day}};
  if (!date.ok() || hour > 23 || minute > 59 || second > 59) return std::chrono::seconds{-1};
  return std::chrono::sys_days{date}.time_since_epoch() + std::chrono::hours{hour} +
         std::chrono::minutes{minute} + std::chrono::seconds{second};
}

}  // namespace mayday
