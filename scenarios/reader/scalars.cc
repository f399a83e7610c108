#include "scalars.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace mayday::reader {
namespace {

std::optional<std::int64_t> parse_integer(std::string_view text) {
  std::int64_t value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_name(std::string_view text) {
  auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  if (text.empty() || text.size() > 64 || !letter(text.front())) return false;
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return letter(c) || c == '-' || c == '_' || c == '.'; });
}

/// "80" and "12.5" in tenths.
std::optional<std::int64_t> parse_tenths(std::string_view text) {
  std::size_t point = text.find('.');
  std::optional<std::int64_t> whole = parse_integer(text.substr(0, point));
  if (!whole || *whole < 0 || *whole > 1000 || text.front() == '-') return std::nullopt;
  if (point == std::string_view::npos) return *whole * 10;
  std::string_view decimals = text.substr(point + 1);
  if (decimals.size() != 1 || decimals[0] < '0' || decimals[0] > '9') return std::nullopt;
  return *whole * 10 + (decimals[0] - '0');
}

json::value scalar_json(const Node& node) {
  if (node.quoted) return json::value(node.text);
  if (node.text == "true") return true;
  if (node.text == "false") return false;
  bool number_like = node.text.size() < 2 || (node.text[0] != '0' && node.text[0] != '+');
  std::optional<std::int64_t> number = parse_integer(node.text);
  if (number && number_like) return *number;
  return json::value(node.text);
}

}  // namespace

const std::string& read_scalar(const Node& node, std::string_view what) {
  if (node.kind == Node::Kind::scalar) return node.text;
  if (node.kind == Node::Kind::nothing) node.fail(std::string(what) + " is missing here");
  node.fail(std::string(what) + " is written as one word, not as a list or a map");
}

const std::string& read_name(const Node& node, std::string_view what) {
  const std::string& text = read_scalar(node, what);
  if (!is_name(text))
    node.fail(quote(text) + " cannot be " + std::string(what) +
              "; use small letters, digits, '-', '_' and '.', at most 64");
  return text;
}

const std::string& read_choice(const Node& node, std::string_view what, const Names& known) {
  const std::string& text = read_scalar(node, "the " + std::string(what));
  if (std::find(known.begin(), known.end(), text) == known.end())
    node.fail("unknown " + std::string(what) + " " + quote(text) + suggestion(text, known));
  return text;
}

std::int64_t read_integer(const Node& node, std::string_view what, std::int64_t least,
                          std::int64_t most) {
  const std::string& text = read_scalar(node, what);
  std::optional<std::int64_t> value = parse_integer(text);
  if (!value || *value < least || *value > most)
    node.fail(std::string(what) + " is a whole number from " + std::to_string(least) + " to " +
              std::to_string(most) + ", not " + quote(text));
  return *value;
}

std::uint32_t read_share(const Node& node) {
  const std::string& text = read_scalar(node, "a share");
  std::optional<std::int64_t> tenths;
  if (text.size() > 1 && text.ends_with('%'))
    tenths = parse_tenths(std::string_view(text).substr(0, text.size() - 1));
  if (!tenths || *tenths > 1000)
    node.fail(quote(text) + " is not a share; write one like '80%' or '2.5%', at most '100%'");
  return static_cast<std::uint32_t>(*tenths);
}

bool read_switch(const Node& node) {
  const std::string& text = read_scalar(node, "a switch");
  if (text == "true" || text == "on") return true;
  if (text == "false" || text == "off") return false;
  node.fail(quote(text) + " is not a switch; write true, false, on or off");
}

Text read_text(const Node& node, std::string_view what) {
  if (node.kind != Node::Kind::map) {
    const std::string& both = read_scalar(node, what);
    return {both, both};
  }
  for (const Entry& entry : node.entries)
    if (entry.value.kind == Node::Kind::nothing && entry.key != "zh" && entry.key != "en")
      node.source->fail(entry.place,
                        "a comma begins a new key here; put a text with a comma in quotes");
  Fields fields(node, what, {"zh", "en"});
  Text text;
  text.zh = read_scalar(fields.need("zh"), what);
  text.en = read_scalar(fields.need("en"), what);
  return text;
}

std::vector<std::string> read_words(const Node& node, std::string_view what) {
  std::vector<std::string> words;
  for (const Node* item : one_or_many(node)) words.push_back(read_scalar(*item, what));
  return words;
}

json::value read_json(const Node& node) {
  switch (node.kind) {
    case Node::Kind::nothing:
      node.fail("a value is missing here");
    case Node::Kind::scalar:
      return scalar_json(node);
    case Node::Kind::list: {
      json::array array;
      for (const Node& item : node.items) array.push_back(read_json(item));
      return array;
    }
    case Node::Kind::map:
      break;
  }
  json::object object;
  for (const Entry& entry : node.entries) object[entry.key] = read_json(entry.value);
  return object;
}

}  // namespace mayday::reader
