#include "safe_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace mayday {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

std::size_t length_by_lead(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

bool in_range(char32_t code, std::size_t bytes) {
  constexpr std::array<char32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
  bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  return code >= kLeast[bytes] && code <= 0x10FFFF && !surrogate;
}

std::string shown(const Character& character) {
  char32_t code = character.code;
  if (!character.valid || (code & 0xFFFE) == 0xFFFE) return utf8(kReplacement);
  if (code == '\t') return " ";
  if (code == '\n' || code == '\r' || code == 0x85 || code == 0x2028 || code == 0x2029) return "⏎";
  if (code < 0x20) return utf8(0x2400 + code);  // the block of control pictures
  if (code == 0x7F) return utf8(0x2421);
  if (code < 0xA0 && code >= 0x80) return utf8(kReplacement);
  if (is_invisible(code)) return fmt::format("[U+{:04X}]", static_cast<std::uint32_t>(code));
  return utf8(code);
}

/// What shows of the character at `at`, which moves behind it. CR LF is one line break.
std::string next_shown(std::string_view text, std::size_t& at) {
  Character character = character_at(text, at);
  at += character.bytes;
  if (character.code == '\r' && at < text.size() && text[at] == '\n') ++at;
  return shown(character);
}

/// A formula's first character, plain or full-width, as spreadsheets see it.
bool begins_formula(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    Character first = character_at(text, at);
    char32_t code = first.code;
    bool blank = code == ' ' || code == 0xA0 || code == 0x3000;
    if (!blank) {
      constexpr std::u32string_view kStarts = U"=+-@|%＝＋－＠⏎";
      return kStarts.find(code) != std::u32string_view::npos;
    }
    at += first.bytes;
  }
  return false;
}

/// Also finds what a replacement and the rest of the text make together.
void replace_all(std::string& text, std::string_view found, std::string_view instead) {
  for (std::size_t at = text.find(found); at != std::string::npos; at = text.find(found, at + 1))
    text.replace(at, found.size(), instead);
}

/// A web address that Markdown would make a link of by itself.
void disarm_links(std::string& text) {
  for (auto [found, instead] :
       {std::pair{"://", ":&#47;&#47;"}, {"www.", "www&#46;"}, {"WWW.", "WWW&#46;"}})
    replace_all(text, found, instead);
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  auto lead = static_cast<unsigned char>(text[at]);
  std::size_t bytes = length_by_lead(lead);
  if (bytes == 0 || at + bytes > text.size()) return {kReplacement, 1, false};
  if (bytes == 1) return {lead, 1, true};
  char32_t code = lead & (0xFFU >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    auto next = static_cast<unsigned char>(text[at + i]);
    if ((next & 0xC0) != 0x80) return {kReplacement, 1, false};
    code = (code << 6) | (next & 0x3FU);
  }
  if (!in_range(code, bytes)) return {kReplacement, 1, false};
  return {code, bytes, true};
}

bool is_invisible(char32_t code) {
  struct Range {
    char32_t from;
    char32_t to;
  };
  // Joiners (U+200C, U+200D) stay: scripts and emoji need them.
  constexpr Range kRanges[] = {
      {0xAD, 0xAD},     {0x61C, 0x61C},   {0x180E, 0x180E}, {0x200B, 0x200B}, {0x200E, 0x200F},
      {0x202A, 0x202E}, {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE0FFF}};
  return std::any_of(std::begin(kRanges), std::end(kRanges),
                     [&](const Range& range) { return code >= range.from && code <= range.to; });
}

std::string utf8(char32_t code) {
  auto byte = [](char32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  if (code < 0x80) return {byte(code)};
  if (code < 0x800) return {byte(0xC0 | code >> 6), byte(0x80 | (code & 0x3F))};
  if (code < 0x10000)
    return {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F))};
  return {byte(0xF0 | code >> 18), byte(0x80 | (code >> 12 & 0x3F)),
          byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F))};
}

std::string clipped(std::string_view text, std::size_t most) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::string piece = next_shown(text, at);
    if (out.size() + piece.size() > most) return out + "…";
    out += piece;
  }
  return out;
}

std::string visible(std::string_view text) { return clipped(text, std::string::npos); }

std::string html(std::string_view text, std::size_t most) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::string piece = next_shown(text, at);
    if (piece == "&") piece = "&amp;";
    if (piece == "<") piece = "&lt;";
    if (piece == ">") piece = "&gt;";
    if (piece == "\"") piece = "&quot;";
    if (piece == "'") piece = "&#39;";
    if (out.size() + piece.size() > most) return out + "…";
    out += piece;
  }
  return out;
}

std::string link_to(std::string_view relative_path) {
  constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string out = "./";
  for (char c : relative_path)
    out += kPlain.find(c) != std::string_view::npos
               ? std::string(1, c)
               : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return out;
}

std::string markdown(std::string_view text, std::size_t most) {
  std::string out;
  for (char c : clipped(text, most)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '@':
        out += "@&#8203;";
        break;  // names nobody, so pages nobody
      default:
        if (std::string_view("\\`*_[]#|~$!").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
  }
  disarm_links(out);
  return out;
}

std::string script_safe(std::string_view json) {
  std::string out;
  for (char c : json) {
    switch (c) {
      case '<':
        out += "\\u003c";
        break;
      case '>':
        out += "\\u003e";
        break;
      case '&':
        out += "\\u0026";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string log_text(std::string_view text, std::size_t most) {
  std::string out = clipped(text, most);
  replace_all(out, "::", ": :");
  replace_all(out, "##", "# #");
  return out;
}

std::string csv_cell(std::string_view text) {
  std::string cell = "\"";
  std::string inert = visible(text);
  bool tab_first = !text.empty() && text.front() == '\t';
  if (tab_first || begins_formula(inert)) cell += '\'';
  for (char c : inert) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  return cell + '"';
}

}  // namespace mayday
