#include "spoken_time.h"

#include <array>
#include <utility>

namespace mayday {
namespace {

struct Unit {
  std::string_view word;
  Duration length;
};

/// Longer words first: "minutes" begins with "m".
constexpr std::array kUnits = {Unit{"个小时", 1h}, Unit{"小时", 1h},      Unit{"分钟", 1min},
                               Unit{"分", 1min},   Unit{"minutes", 1min}, Unit{"minute", 1min},
                               Unit{"mins", 1min}, Unit{"min", 1min},     Unit{"hours", 1h},
                               Unit{"hour", 1h},   Unit{"hrs", 1h},       Unit{"hr", 1h}};
constexpr std::array kWholes = {Unit{"半个小时", 30min}, Unit{"半小时", 30min},
                                Unit{"half an hour", 30min}, Unit{"an hour", 1h},
                                Unit{"one hour", 1h}};
constexpr std::array<std::pair<std::string_view, int>, 11> kNumerals = {{{"一", 1},
                                                                         {"二", 2},
                                                                         {"两", 2},
                                                                         {"三", 3},
                                                                         {"四", 4},
                                                                         {"五", 5},
                                                                         {"六", 6},
                                                                         {"七", 7},
                                                                         {"八", 8},
                                                                         {"九", 9},
                                                                         {"十", 10}}};

/// Reads on from where it stands.
class Scan {
 public:
  explicit Scan(std::string_view text) : text_(text) {}

  std::size_t at() const { return at_; }
  void back_to(std::size_t at) { at_ = at; }
  bool take(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }
  /// Ignores the case of ASCII letters.
  bool take_any_case(std::string_view word) {
    if (text_.size() - at_ < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
      char c = text_[at_ + i];
      if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != word[i]) return false;
    }
    at_ += word.size();
    return true;
  }
  void spaces() {
    while (take(" ")) continue;
  }
  bool digit_ahead() const { return at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; }
  /// Up to `most` digits, and not the beginning of more.
  std::optional<int> digits(std::size_t most) {
    int value = 0;
    std::size_t count = 0;
    for (; digit_ahead() && count < most; ++count) value = value * 10 + (text_[at_++] - '0');
    if (count == 0 || digit_ahead()) return std::nullopt;
    return value;
  }
  /// "三", "十五", "二十", "四十五".
  std::optional<int> numeral() {
    constexpr int kMostWords = 3;
    int value = 0;
    for (int words = 0;; ++words) {
      std::optional<int> worth = numeral_word();
      if (!worth) return words == 0 ? std::nullopt : std::optional<int>(value);
      if (words == kMostWords) return std::nullopt;
      value = *worth == 10 ? (value == 0 ? 10 : value * 10) : value + *worth;
    }
  }

 private:
  std::optional<int> numeral_word() {
    for (auto [word, worth] : kNumerals)
      if (take(word)) return worth;
    return std::nullopt;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// "2026-03-02 " or "2026-03-02T" before a time of day says nothing that is used.
void skip_date(Scan& scan) {
  std::size_t start = scan.at();
  bool date =
      scan.digits(4) && scan.take("-") && scan.digits(2) && scan.take("-") && scan.digits(2);
  if (!date || !(scan.take("T") || scan.take(" "))) scan.back_to(start);
}

std::optional<int> minute_after_hour(Scan& scan) {
  if (scan.take(":") || scan.take("：")) {
    std::size_t start = scan.at();
    std::optional<int> minute = scan.digits(2);
    return scan.at() == start + 2 ? minute : std::nullopt;
  }
  if (!scan.take("点") && !scan.take("时")) return std::nullopt;
  if (scan.take("半")) return 30;
  if (!scan.digit_ahead()) return 0;
  std::optional<int> minute = scan.digits(2);
  if (minute) scan.take("分");
  return minute;
}

std::optional<SpokenTime> clock(std::string_view text) {
  Scan scan(text);
  skip_date(scan);
  bool morning = scan.take("上午") || scan.take("早上");
  bool later = !morning && (scan.take("下午") || scan.take("晚上"));
  scan.spaces();
  std::optional<int> hour = scan.digit_ahead() ? scan.digits(2) : scan.numeral();
  if (!hour) return std::nullopt;
  std::size_t after_hour = scan.at();
  std::optional<int> minute = minute_after_hour(scan);
  if (!minute) scan.back_to(after_hour);
  std::size_t told = scan.at();
  scan.spaces();
  bool pm = scan.take_any_case("pm");
  bool am = !pm && scan.take_any_case("am");
  if (!am && !pm) scan.back_to(told);
  if (!minute && !am && !pm) return std::nullopt;
  if ((later || pm) && *hour < 12) *hour += 12;
  int of_hour = minute.value_or(0);
  if (*hour > 23 || of_hour > 59) return std::nullopt;
  return SpokenTime{scan.at(), true, std::chrono::hours{*hour} + std::chrono::minutes{of_hour}};
}

std::optional<SpokenTime> length(std::string_view text) {
  Scan scan(text);
  for (const Unit& whole : kWholes)
    if (scan.take_any_case(whole.word)) return SpokenTime{scan.at(), false, whole.length};
  std::optional<int> count = scan.digit_ahead() ? scan.digits(3) : scan.numeral();
  if (!count) return std::nullopt;
  bool half = scan.take(".5");
  scan.spaces();
  for (const Unit& unit : kUnits)
    if (scan.take_any_case(unit.word))
      return SpokenTime{scan.at(), false, *count * unit.length + (half ? unit.length / 2 : 0ns)};
  return std::nullopt;
}

}  // namespace

std::optional<SpokenTime> spoken_time(std::string_view text) {
  std::optional<SpokenTime> found = clock(text);
  return found ? found : length(text);
}

}  // namespace mayday
