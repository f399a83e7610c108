#include <algorithm>
#include <boost/json/array.hpp>
#include <string>
#include <utility>
#include <vector>

#include "mayday/base/check.h"
#include "mayday/base/json.h"

namespace mayday {
namespace {

void write_string(std::string_view text, std::string& out) {
  constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += "\\u00";
          out += kHex[static_cast<unsigned char>(c) >> 4];
          out += kHex[static_cast<unsigned char>(c) & 15];
        } else {
          out += c;
        }
    }
  }
  out += '"';
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
    write_string(name, out);
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
      out += std::to_string(value.get_int64());
      return;
    case json::kind::uint64:
      out += std::to_string(value.get_uint64());
      return;
    case json::kind::string:
      write_string(value.get_string(), out);
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
