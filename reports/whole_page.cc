#include "whole_page.h"

#include <algorithm>
#include <cstdint>

#include "mayday/ledger/event.h"
#include "page.h"

namespace mayday {
namespace {

std::uint32_t nibble(char c) {
  return static_cast<std::uint32_t>(c <= '9' ? c - '0' : c - 'a' + 10);
}

/// Lower-case hexadecimal to base64.
std::string base64(std::string_view hex) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < hex.size(); at += 6) {  // three bytes
    std::uint32_t bits = 0;
    for (std::size_t i = at; i < at + 6; ++i)
      bits = bits << 4 | (i < hex.size() ? nibble(hex[i]) : 0U);
    std::size_t digits = std::min<std::size_t>(4, (hex.size() - at) / 2 + 1);
    for (std::size_t i = 0; i < digits; ++i) out += kDigits[bits >> (18 - 6 * i) & 0x3F];
    out.append(4 - digits, '=');
  }
  return out;
}

std::string hash_source(std::string_view text) {
  return "'sha256-" + base64(sha256_hex(text)) + "'";
}

std::string policy(const WholePage& page) {
  return "default-src 'none'; script-src " + hash_source(page.script) + "; style-src " +
         hash_source(page.style) + "; base-uri 'none'; form-action 'none'";
}

std::string head(const WholePage& page) {
  return "<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
         "content=\"" +
         policy(page) +
         "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"color-scheme\" content=\"light dark\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n<title>" +
         page.title + " · Mayday</title>\n<style>" + std::string(page.style) +
         "</style>\n</head>\n";
}

std::string choice(std::string_view language, std::string_view name, bool chosen) {
  std::string id(language);
  return "<label><input type=\"radio\" name=\"language\" id=\"speak-" + id + "\" value=\"" + id +
         "\"" + (chosen ? " checked=\"checked\"" : "") + "/><span lang=\"" + id + "\">" +
         std::string(name) + "</span></label>";
}

/// The bar above the page: where to go, and in which language. It works without script.
std::string bar(const std::vector<WholePage::Place>& places) {
  std::string links;
  for (const WholePage::Place& place : places)
    links += "<a href=\"#" + place.id + "\">" + place.name + "</a> ";
  return "<a class=\"skip\" href=\"#" + places.front().id + "\">" + label("skip") +
         "</a>\n<header class=\"top\"><nav aria-label=\"章节 / Sections\">" + links +
         "</nav><fieldset class=\"languages\"><legend class=\"hidden\">语言 / Language</legend>" +
         choice("zh", "中文", true) + choice("en", "English", false) + "</fieldset></header>\n";
}

}  // namespace

std::string whole_page(const WholePage& page) {
  return "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n" + head(page) + "<body>\n" + bar(page.places) +
         "<main>\n" + page.content + "</main>\n<script type=\"application/json\" id=\"data\">" +
         page.data + "</script>\n<script>" + std::string(page.script) +
         "</script>\n</body>\n</html>\n";
}

}  // namespace mayday
