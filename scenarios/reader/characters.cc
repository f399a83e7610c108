#include "characters.h"

#include <cstdint>
#include <cstdio>

namespace mayday::reader {
namespace {

struct Range {
  char32_t first, last;
};

constexpr Range kWide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},  {0x3041, 0xA4CF},
                           {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},  {0xFE30, 0xFE6F},
                           {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},  {0x1F300, 0x1F64F},
                           {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};

constexpr Range kBidirectional[] = {
    {0x061C, 0x061C}, {0x200E, 0x200F}, {0x202A, 0x202E}, {0x2066, 0x2069}};

// Zero-width characters, fillers and tags: two keys that differ only in these look the same.
constexpr Range kInvisible[] = {
    {0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F},
    {0x200B, 0x200D}, {0x2028, 0x2029}, {0x2060, 0x2065}, {0x206A, 0x206F}, {0x3164, 0x3164},
    {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE0FFF}};

template <std::size_t N>
bool within(const Range (&ranges)[N], char32_t code) {
  for (const Range& range : ranges)
    if (code >= range.first && code <= range.last) return true;
  return false;
}

bool is_control(char32_t code) {
  return (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7F && code <= 0x9F);
}

std::string named(const char* kind, char32_t code) {
  char number[16];
  std::snprintf(number, sizeof number, "U+%04X", static_cast<unsigned>(code));
  return std::string(kind) + " (" + number + ")";
}

/// What is wrong with a code point; empty when nothing is.
std::string objection(char32_t code) {
  if (code == 0) return "a NUL byte";
  if (is_control(code)) return named("a control character", code);
  if (within(kBidirectional, code))
    return named("a character that turns the text's direction", code);
  if (within(kInvisible, code)) return named("an invisible character", code);
  if ((code & 0xFFFE) == 0xFFFE) return named("a code point that is no character", code);
  return {};
}

bool is_line_end(std::string_view text, std::size_t at) {
  return text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  auto byte = [&](std::size_t i) -> std::uint32_t { return static_cast<unsigned char>(text[i]); };
  std::uint32_t first = byte(at);
  if (first < 0x80) return {first, 1};
  std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + length > text.size()) return {};
  std::uint32_t code = first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return {};
    code = (code << 6) | (byte(at + i) & 0x3FU);
  }
  constexpr std::uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code < kLeast[length] || code > 0x10FFFF || surrogate) return {};
  return {code, length};
}

int width(char32_t code) { return within(kWide, code) ? 2 : 1; }

std::optional<BadCharacter> find_bad_character(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    Character next = character_at(text, at);
    if (next.length == 0) return BadCharacter{at, "a byte that is not UTF-8"};
    if (!is_line_end(text, at)) {
      std::string what = objection(next.code);
      if (!what.empty()) return BadCharacter{at, std::move(what)};
    }
    at += next.length;
  }
  return std::nullopt;
}

}  // namespace mayday::reader
