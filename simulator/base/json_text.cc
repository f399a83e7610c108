#include "mayday/base/json_text.h"

#include <array>
#include <charconv>

namespace mayday {
namespace {

/// What a JSON string takes as it is, by character.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < plain.size(); ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}();

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
  std::size_t from = 0;
  out.append(1, '"');
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (kPlain[static_cast<unsigned char>(text[i])]) continue;
    out.append(text, from, i - from);
    append_escaped(out, text[i]);
    from = i + 1;
  }
  out.append(text, from);
  out.append(1, '"');
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
