#include "durations.h"

#include <cctype>
#include <optional>

#include "nearest.h"
#include "scalars.h"

namespace mayday::reader {
namespace {

constexpr std::string_view kExamples = "write one like '90s', '5m30s', '2h' or '250ms'";
constexpr std::int64_t kMost = std::int64_t{366} * 24 * 3600 * 1'000'000'000;

constexpr Duration kDay = 24h;

struct Unit {
  std::string_view name;
  std::int64_t nanoseconds;
};
constexpr Unit kUnits[] = {
    {"h", 3'600'000'000'000}, {"m", 60'000'000'000}, {"s", 1'000'000'000}, {"ms", 1'000'000}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Reads "12.5" from the front of `rest`; the fraction in billionths.
struct Number {
  std::int64_t whole = 0;
  std::int64_t billionths = 0;
  bool fraction = false;
};

std::optional<Number> take_number(std::string_view& rest) {
  Number number;
  std::size_t at = 0;
  for (; at < rest.size() && is_digit(rest[at]); ++at) {
    if (at == 12) return std::nullopt;
    number.whole = number.whole * 10 + (rest[at] - '0');
  }
  if (at == 0) return std::nullopt;
  if (at < rest.size() && rest[at] == '.') {
    number.fraction = true;
    std::int64_t worth = 100'000'000;
    std::size_t first = ++at;
    for (; at < rest.size() && is_digit(rest[at]); ++at, worth /= 10)
      number.billionths += worth * (rest[at] - '0');
    if (at == first || at > first + 9) return std::nullopt;
  }
  rest.remove_prefix(at);
  return number;
}

std::string_view take_unit(std::string_view& rest) {
  std::size_t length = 0;
  while (length < rest.size() && std::isalpha(static_cast<unsigned char>(rest[length]))) ++length;
  std::string_view unit = rest.substr(0, length);
  rest.remove_prefix(length);
  return unit;
}

/// A number of units in nanoseconds; nothing when it is not a whole number of them or too many.
std::optional<std::int64_t> worth(const Number& number, const Unit& unit) {
  if (number.whole > kMost / unit.nanoseconds) return std::nullopt;
  std::int64_t fine = 0;
  if (number.fraction) {
    // In thousandths of a unit first: billionths of an hour would overflow.
    std::int64_t thousandth = unit.nanoseconds / 1000;
    if (thousandth * (number.billionths % 1'000'000) % 1'000'000 != 0) return std::nullopt;
    fine = number.billionths / 1'000'000 * thousandth +
           thousandth * (number.billionths % 1'000'000) / 1'000'000;
  }
  return number.whole * unit.nanoseconds + fine;
}

/// The parts of a duration, or nothing when the text has another form.
std::optional<std::int64_t> parse(std::string_view rest) {
  std::int64_t total = 0;
  const Unit* next = std::begin(kUnits);
  bool fraction = false;
  while (!rest.empty()) {
    if (fraction) return std::nullopt;
    std::optional<Number> number = take_number(rest);
    if (!number) return std::nullopt;
    std::string_view name = take_unit(rest);
    while (next != std::end(kUnits) && next->name != name) ++next;
    if (next == std::end(kUnits)) return std::nullopt;
    std::optional<std::int64_t> part = worth(*number, *next++);
    if (!part || (total += *part) > kMost) return std::nullopt;
    fraction = number->fraction;
  }
  return total;
}

bool all_digits(std::string_view text) {
  for (char c : text)
    if (!is_digit(c)) return false;
  return !text.empty();
}

}  // namespace

Duration read_duration(const Node& node) {
  const std::string& text = read_scalar(node, "a duration");
  if (all_digits(text))
    node.fail("the duration " + quote(text) + " has no unit; write '" + text.substr(0, 12) +
              "s' or '" + text.substr(0, 12) + "m'");
  if (text.starts_with('-')) node.fail("a duration cannot be negative: " + quote(text));
  std::optional<std::int64_t> length = text.empty() ? std::nullopt : parse(text);
  if (!length) node.fail(quote(text) + " is not a duration; " + std::string(kExamples));
  return Duration{*length};
}

Duration read_length(const Node& node) {
  Duration length = read_duration(node);
  if (length == Duration{0}) node.fail("this duration must be more than nothing");
  return length;
}

Duration read_time(const Node& node) {
  Duration time = read_duration(node);
  if (time > kDay) node.fail("this time is at most 24h, not " + to_text(time));
  return time;
}

Duration read_positive_time(const Node& node) {
  read_length(node);
  return read_time(node);
}

Rate read_rate(const Node& node) {
  const std::string& text = read_scalar(node, "a rate");
  std::size_t slash = text.find('/');
  std::string_view count = std::string_view(text).substr(0, slash);
  std::string_view per = slash == std::string::npos ? "" : std::string_view(text).substr(slash + 1);
  Rate rate;
  if (per == "s") rate.per = 1s;
  if (per == "min") rate.per = 1min;
  if (per == "h") rate.per = 1h;
  if (rate.per == Duration{0} || !all_digits(count) || count.size() > 6)
    node.fail(quote(text) + " is not a rate; write one like '20/min', '2/s' or '6/h'");
  rate.count = std::stoll(std::string(count));
  if (rate.count == 0) node.fail("a rate must be more than nothing");
  return rate;
}

}  // namespace mayday::reader
