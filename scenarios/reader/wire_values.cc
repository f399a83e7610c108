#include "wire_values.h"

#include <algorithm>
#include <cctype>

#include "fields.h"
#include "scalars.h"

namespace mayday::reader {
namespace {

constexpr std::size_t kLongestName = 64;
constexpr std::size_t kLongestValue = 1000;
constexpr std::size_t kLongestPath = 200;

const Names kFraming = {"connection", "content-length", "transfer-encoding"};

bool is_field_name(std::string_view name) {
  if (name.empty() || name.size() > kLongestName) return false;
  return std::all_of(name.begin(), name.end(),
                     [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_'; });
}

std::string small(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

/// A value that cannot end its line: one with a line feed in it would be two fields.
const std::string& read_field_value(const Node& node) {
  const std::string& text = read_scalar(node, "the value of a header field");
  bool plain = std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
  if (!plain || text.size() > kLongestValue)
    node.fail("the value of a header field is one line of ASCII, at most " +
              std::to_string(kLongestValue) + " letters");
  return text;
}

}  // namespace

std::vector<NameValue> read_header_fields(const Node& node) {
  expect_map(node, "a list of header fields");
  if (node.entries.empty()) node.fail("name at least one header field, or leave the key out");
  std::vector<NameValue> fields;
  for (const Entry& entry : node.entries) {
    if (!is_field_name(entry.key))
      node.source->fail(entry.place, quote(entry.key) +
                                         " cannot be a header field; use letters, digits, '-' "
                                         "and '_', at most 64");
    fields.push_back({small(entry.key), read_field_value(entry.value)});
  }
  return fields;
}

std::vector<NameValue> read_answer_fields(const Node& node) {
  std::vector<NameValue> fields = read_header_fields(node);
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (std::find(kFraming.begin(), kFraming.end(), fields[i].name) != kFraming.end())
      node.source->fail(node.entries[i].place,
                        quote(fields[i].name) +
                            " says where a message ends, which no scenario changes; use cut-at, "
                            "empty or garbage");
  return fields;
}

const std::string& check_body_path(const Node& place, const std::string& path) {
  bool plain =
      std::none_of(path.begin(), path.end(), [](unsigned char c) { return c <= ' ' || c == 0x7F; });
  bool whole = !path.empty() && path.front() != '.' && path.back() != '.' &&
               path.find("..") == std::string::npos;
  if (!plain || !whole || path.size() > kLongestPath)
    place.fail(quote(path) +
               " is not a place in a body; write one like 'flow.amount', 'offers.0.id' or "
               "'lines.*.amount'");
  return path;
}

const std::string& read_body_path(const Node& node) {
  return check_body_path(node, read_scalar(node, "a place in a body"));
}

}  // namespace mayday::reader
