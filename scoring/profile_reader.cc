#include "profile_reader.h"

#include <boost/describe/members.hpp>
#include <boost/json/parser.hpp>
#include <boost/mp11/algorithm.hpp>
#include <optional>
#include <type_traits>

#include "json_place.h"
#include "mayday/base/input_error.h"

namespace mayday {
namespace {

// So that no sum or product of them overflows, and no scaled time vanishes.
constexpr Duration kLeastTime = 1s;
constexpr Duration kMostTime = 1000h;
constexpr std::int64_t kMostNumber = 1'000'000;
constexpr std::int64_t kMostScale = 600;

/// "1h30m", "90s"; nothing when it is none.
std::optional<Duration> duration_of(std::string_view text) {
  Duration whole{0};
  if (text.empty()) return std::nullopt;
  while (!text.empty()) {
    std::int64_t count = 0;
    std::size_t digits = 0;
    for (; digits < text.size() && digits < 9 && text[digits] >= '0' && text[digits] <= '9';
         ++digits)
      count = count * 10 + (text[digits] - '0');
    std::string_view unit = text.substr(digits, 1);
    if (digits == 0 || (unit != "h" && unit != "m" && unit != "s")) return std::nullopt;
    whole += count * (unit == "h" ? Duration{1h} : unit == "m" ? Duration{1min} : Duration{1s});
    text.remove_prefix(digits + 1);
  }
  return whole;
}

class ProfileReader {
 public:
  ProfileReader(std::string_view text, std::string_view file) : text_(text), file_(file) {}

  json::object parse() {
    json::parser parser;
    boost::system::error_code error;
    std::size_t read = parser.write_some(text_.data(), text_.size(), error);
    if (error) fail_at(read, "this is no JSON: " + error.message());
    if (text_.find_first_not_of(" \t\r\n", read) != std::string_view::npos)
      fail_at(read, "a scoring profile is one JSON object, and then the file ends");
    json::value value = parser.release();
    if (!value.is_object()) fail("a scoring profile is a JSON object");
    return std::move(value.get_object());
  }

  template <class T>
  void read(T& to, const json::value& from) {
    if constexpr (std::is_same_v<T, Duration>) {
      to = time(from);
    } else if constexpr (std::is_same_v<T, std::string>) {
      if (!from.is_string()) fail("a text is expected");
      to = std::string(from.get_string());
    } else if constexpr (std::is_integral_v<T>) {
      if (!from.is_int64() || from.get_int64() < 0 || from.get_int64() > kMostNumber)
        fail("a whole number from 0 to 1000000 is expected");
      to = from.get_int64();
    } else {
      if (!from.is_object()) fail("members are expected: " + names<T>());
      read_members(to, from.get_object());
    }
  }

  template <class T>
  void read(std::vector<T>& to, const json::value& from) {
    std::string count = std::to_string(to.size());
    if (!from.is_array() || from.get_array().size() != to.size())
      fail("a list of " + count + " is expected");
    for (std::size_t i = 0; i < to.size(); ++i)
      at(std::to_string(i), [&] { read(to[i], from.get_array()[i]); });
  }

  template <class Struct>
  void read_members(Struct& to, const json::object& from) {
    for (const json::key_value_pair& member : from) {
      std::string key(member.key());
      if (path_.empty() && (key == "extends" || key == "time_scale")) continue;
      at(key, [&] {
        if (!read_member(to, key, member.value()))
          fail_at(place_of(text_, path_, true),
                  "unknown member '" + key + "'; there are " + names<Struct>());
      });
    }
    if constexpr (std::is_same_v<Struct, Span>)
      if (to.target <= 0s || to.limit <= to.target)
        fail("the limit must be later than the target, and the target later than zero");
  }

  template <class Do>
  void at(const std::string& step, Do read_it) {
    path_.push_back(step);
    read_it();
    path_.pop_back();
  }

  [[noreturn]] void fail(const std::string& message) const {
    fail_at(place_of(text_, path_), message);
  }

 private:
  template <class Struct>
  bool read_member(Struct& to, const std::string& key, const json::value& value) {
    bool known = false;
    boost::mp11::mp_for_each<
        boost::describe::describe_members<Struct, boost::describe::mod_public>>([&](auto member) {
      if (known || key != member.name) return;
      known = true;
      read(to.*member.pointer, value);
    });
    return known;
  }

  template <class Struct>
  static std::string names() {
    std::string all;
    boost::mp11::mp_for_each<
        boost::describe::describe_members<Struct, boost::describe::mod_public>>(
        [&](auto member) { all += (all.empty() ? "" : ", ") + std::string(member.name); });
    return all;
  }

  Duration time(const json::value& from) const {
    std::optional<Duration> time;
    if (from.is_int64()) time = Duration{from.get_int64()};
    if (from.is_string()) time = duration_of(from.get_string());
    if (!time) fail("a time is expected, like \"90s\", \"5m\" or \"1h30m\"");
    if (*time < kLeastTime || *time > kMostTime) fail("a time from 1s to 1000h is expected");
    return *time;
  }

  [[noreturn]] void fail_at(std::size_t offset, const std::string& message) const {
    throw InputError(complaint(file_, text_, offset, message));
  }

  std::string_view text_;
  std::string_view file_;
  JsonPath path_;
};

void check_sense(const Profile& profile, ProfileReader& reader) {
  std::int64_t weights = 0;
  for (std::int64_t weight : profile.weights) weights += weight;
  if (weights == 0) reader.at("weights", [&] { reader.fail("some dimension must have weight"); });
  for (std::int64_t omega : profile.omegas)
    if (omega == 0) reader.at("omegas", [&] { reader.fail("every level must weigh something"); });
}

}  // namespace

Profile read_profile(std::string_view text, std::string_view file, Profile base) {
  ProfileReader reader(text, file);
  json::object members = reader.parse();
  base.name = "own";
  reader.read_members(base, members);
  check_sense(base, reader);
  std::int64_t scale = 1;
  if (const json::value* value = members.if_contains("time_scale"))
    reader.at("time_scale", [&] {
      reader.read(scale, *value);
      if (scale < 1 || scale > kMostScale) reader.fail("a whole number from 1 to 600 is expected");
    });
  return scaled(std::move(base), scale);
}

std::string extended_by(std::string_view text, std::string_view file) {
  ProfileReader reader(text, file);
  json::object members = reader.parse();
  std::string name;
  if (const json::value* value = members.if_contains("extends"))
    reader.at("extends", [&] {
      reader.read(name, *value);
      if (name != "enterprise" && name != "1-5-10")
        reader.fail("a profile extends 'enterprise' or '1-5-10'");
    });
  return name;
}

}  // namespace mayday
