#include "placeholders.h"

#include <algorithm>

#include "nearest.h"

namespace mayday::reader {
namespace {

constexpr std::string_view kDate = "date+";

bool is_date(std::string_view name) {
  if (!name.starts_with(kDate)) return false;
  std::string_view days = name.substr(kDate.size());
  return !days.empty() && days.size() <= 3 &&
         std::all_of(days.begin(), days.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Names known_names(const std::vector<std::string>& kept) {
  Names names = {"staff.id", "staff.code", "staff.name", "staff.department",
                 "client",   "ordinal",    "date+1"};
  names.insert(names.end(), kept.begin(), kept.end());
  return names;
}

}  // namespace

void check_placeholders(const Node& node, const std::string& text,
                        const std::vector<std::string>& kept) {
  Names known = known_names(kept);
  for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at)) {
    std::size_t end = text.find('}', at);
    if (end == std::string::npos) node.fail("the '{' in " + quote(text) + " is never closed");
    std::string_view name = std::string_view(text).substr(at + 1, end - at - 1);
    if (!is_date(name) && std::find(known.begin(), known.end(), name) == known.end())
      node.fail("nothing of the name " + quote(name) + " is kept before this step" +
                suggestion(name, known));
    at = end;
  }
}

void check_placeholders(const Node& node, const std::vector<std::string>& kept) {
  if (node.kind == Node::Kind::scalar) check_placeholders(node, node.text, kept);
  for (const Node& item : node.items) check_placeholders(item, kept);
  for (const Entry& entry : node.entries) check_placeholders(entry.value, kept);
}

}  // namespace mayday::reader
