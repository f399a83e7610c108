#include <algorithm>
#include <boost/json/array.hpp>
#include <charconv>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "mayday/base/check.h"
#include "mayday/base/json.h"
#include "mayday/base/json_text.h"

namespace mayday {
namespace {

template <class Integer>
void write_number(Integer number, std::string& out) {
  char digits[24];
  auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
  out.append(digits, end);
}

void write_object(const json::object& object, std::string& out) {
  std::vector<MemberView> members;
  members.reserve(object.size());
  for (const auto& member : object) members.emplace_back(member.key(), &member.value());
  canonical(members, out);
}

}  // namespace

void canonical(std::vector<MemberView>& members, std::string& out) {
  std::sort(members.begin(), members.end(),
            [](const MemberView& a, const MemberView& b) { return a.first < b.first; });
  char between = '{';
  for (const auto& [name, value] : members) {
    out += std::exchange(between, ',');
    append_quoted(out, name);
    out += ':';
    canonical(*value, out);
  }
  if (members.empty()) out += '{';
  out += '}';
}

void canonical(const json::value& value, std::string& out) {
  switch (value.kind()) {
    case json::kind::bool_:
      out += value.get_bool() ? "true" : "false";
      return;
    case json::kind::int64:
      write_number(value.get_int64(), out);
      return;
    case json::kind::uint64:
      write_number(value.get_uint64(), out);
      return;
    case json::kind::string:
      append_quoted(out, value.get_string());
      return;
    case json::kind::object:
      write_object(value.get_object(), out);
      return;
    case json::kind::array: {
      out += '[';
      bool first = true;
      for (const json::value& item : value.get_array()) {
        if (!first) out += ',';
        first = false;
        canonical(item, out);
      }
      out += ']';
      return;
    }
    case json::kind::null:
    case json::kind::double_:
      broken("a null or a fraction in canonical JSON");
  }
}

std::string canonical(const json::value& value) {
  std::string out;
  canonical(value, out);
  return out;
}

}  // namespace mayday
