#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fields.h"
#include "mayday/base/json.h"
#include "mayday/base/text.h"
#include "tree.h"

namespace mayday::reader {

/// The text of a scalar; `what` names it in messages.
const std::string& read_scalar(const Node& node, std::string_view what);

/// A name that we give: small letters, digits, '-', '_' and '.', at most 64, not beginning with a
/// sign.
const std::string& read_name(const Node& node, std::string_view what);

/// One of `known`; otherwise throws "unknown <what> 'x'" with the nearest name.
const std::string& read_choice(const Node& node, std::string_view what, const Names& known);

/// A whole number in [least, most].
std::int64_t read_integer(const Node& node, std::string_view what, std::int64_t least,
                          std::int64_t most);

/// "80%" or "12.5%" in thousandths.
std::uint32_t read_share(const Node& node);

/// true, on, false or off.
bool read_switch(const Node& node);

/// One string for both languages, or {zh: …, en: …} with both.
Text read_text(const Node& node, std::string_view what);

/// A list of scalars, or one scalar.
std::vector<std::string> read_words(const Node& node, std::string_view what);

/// The part as JSON: a map is an object, a plain whole number a number, plain true and false
/// booleans, every other scalar a string.
json::value read_json(const Node& node);

/// A described enumeration's names as scenarios write them, with '-' for '_', and their values.
template <class Enum>
std::vector<std::pair<std::string, Enum>> spellings() {
  std::vector<std::pair<std::string, Enum>> found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto described) {
    std::string name = described.name;
    for (char& c : name) c = c == '_' ? '-' : c;
    found.emplace_back(std::move(name), described.value);
  });
  return found;
}

/// How a scenario writes a described enumeration's value.
template <class Enum>
std::string spelt(Enum value) {
  for (auto& [name, each] : spellings<Enum>())
    if (each == value) return name;
  return {};
}

/// The described enumeration's value that the scalar names.
template <class Enum>
Enum read_enum(const Node& node, std::string_view what) {
  auto known = spellings<Enum>();
  Names names;
  for (const auto& [name, value] : known) names.push_back(name);
  const std::string& chosen = read_choice(node, what, names);
  std::size_t i = 0;
  while (names[i] != chosen) ++i;
  return known[i].second;
}

}  // namespace mayday::reader
