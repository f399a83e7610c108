#include "json_writer.h"

#include <fmt/format.h>

#include "safe_text.h"

namespace mayday {
namespace {

std::string escape(char32_t code) {
  auto number = static_cast<std::uint32_t>(code);
  if (number < 0x10000) return fmt::format("\\u{:04x}", number);
  number -= 0x10000;
  return fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (number >> 10), 0xDC00 + (number & 0x3FF));
}

bool must_escape(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029 ||
         is_invisible(code);
}

}  // namespace

void JsonWriter::end() {
  Level level = levels_.back();
  levels_.pop_back();
  if (!level.empty) new_line();
  out_ += level.closes;
}

void JsonWriter::text(std::string_view key, std::string_view value) {
  place(key);
  quote(value);
}

void JsonWriter::open(std::string_view key, char opens, char closes) {
  place(key);
  out_ += opens;
  levels_.push_back({closes});
}

void JsonWriter::place(std::string_view key) {
  if (levels_.empty()) return;
  Level& level = levels_.back();
  if (!level.empty) out_ += ',';
  level.empty = false;
  new_line();
  if (level.closes == ']') return;
  quote(key);
  out_ += ": ";
}

void JsonWriter::quote(std::string_view value) {
  out_ += '"';
  for (std::size_t at = 0; at < value.size();) {
    Character character = character_at(value, at);
    if (character.code == '"' || character.code == '\\') out_ += '\\';
    out_ += must_escape(character.code) ? escape(character.code) : utf8(character.code);
    at += character.bytes;
  }
  out_ += '"';
}

}  // namespace mayday
