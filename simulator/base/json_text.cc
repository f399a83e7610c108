#include "mayday/base/json_text.h"

#include <charconv>

namespace mayday {
namespace {

void append_escaped(std::string& out, char c) {
  constexpr char kHex[] = "0123456789abcdef";
  if (c == '"' || c == '\\') {
    out += '\\';
    out += c;
    return;
  }
  auto code = static_cast<unsigned char>(c);
  out += "\\u00";
  out += kHex[code >> 4];
  out += kHex[code & 15];
}

bool plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; }

/// Copies whole runs: almost every text has nothing to escape.
void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (plain(text[i])) continue;
    out += text.substr(from, i - from);
    append_escaped(out, text[i]);
    from = i + 1;
  }
  out += text.substr(from);
  out += '"';
}

}  // namespace

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
