#include "mayday/base/json_text.h"

#include <algorithm>
#include <charconv>

namespace mayday {
namespace {

/// A function object, so that searching for it is inlined.
constexpr auto kPlain = [](char c) {
  return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
};

void append_escaped(std::string& out, char c) {
  constexpr char kHex[] = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += kHex[static_cast<unsigned char>(c) >> 4];
      out += kHex[static_cast<unsigned char>(c) & 15];
  }
}

}  // namespace

/// Copies whole runs: almost every text has nothing to escape.
void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    auto end = std::find_if_not(text.begin(), text.end(), kPlain);
    auto run = static_cast<std::size_t>(end - text.begin());
    out += text.substr(0, run);
    if (end != text.end()) append_escaped(out, text[run++]);
    text.remove_prefix(run);
  }
  out += '"';
}

std::string quoted(std::string_view text) {
  std::string out;
  append_quoted(out, text);
  return out;
}

void JsonText::separate() {
  if (comma_) text_ += ',';
  comma_ = true;
}

JsonText& JsonText::open() {
  separate();
  text_ += '{';
  comma_ = false;
  return *this;
}

JsonText& JsonText::close() {
  text_ += '}';
  comma_ = true;
  return *this;
}

JsonText& JsonText::open_list() {
  separate();
  text_ += '[';
  comma_ = false;
  return *this;
}

JsonText& JsonText::close_list() {
  text_ += ']';
  comma_ = true;
  return *this;
}

JsonText& JsonText::name(std::string_view name) {
  separate();
  append_quoted(text_, name);
  text_ += ':';
  comma_ = false;
  return *this;
}

JsonText& JsonText::text(std::string_view value) {
  separate();
  append_quoted(text_, value);
  return *this;
}

JsonText& JsonText::raw(std::string_view json) {
  separate();
  text_ += json;
  return *this;
}

JsonText& JsonText::text(std::string_view member, std::string_view value) {
  return name(member).text(value);
}

JsonText& JsonText::text_or_null(std::string_view member, std::string_view value) {
  return value.empty() ? null(member) : text(member, value);
}

JsonText& JsonText::number(std::string_view member, std::int64_t value) {
  char digits[24];
  auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  return name(member).raw({digits, static_cast<std::size_t>(end - digits)});
}

JsonText& JsonText::flag(std::string_view member, bool value) {
  return name(member).raw(value ? "true" : "false");
}

JsonText& JsonText::null(std::string_view member) { return name(member).raw("null"); }

JsonText& JsonText::raw(std::string_view member, std::string_view json) {
  return name(member).raw(json);
}

}  // namespace mayday
