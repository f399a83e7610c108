#include "mayday/reports/report_html.h"

#include <algorithm>
#include <string_view>

#include "journey_rates.h"
#include "mayday/reports/language.h"
#include "moments.h"
#include "page.h"
#include "page_files.h"
#include "safe_text.h"
#include "sections.h"
#include "timeline_data.h"
#include "words.h"

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

std::string policy() {
  return "default-src 'none'; script-src " + hash_source(kPageScript) + "; style-src " +
         hash_source(kPageStyle) + "; base-uri 'none'; form-action 'none'";
}

std::string top(const Scorecard& card) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta "
      "charset=\"utf-8\">\n";
  out += "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy() + "\">\n";
  out +=
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" "
      "content=\"no-referrer\">\n";
  out += "<title>" + html(card.scenario, 80) + " · Mayday</title>\n<style>" +
         std::string(kPageStyle) + "</style>\n</head>\n";
  return out;
}

std::string choice(std::string_view language, std::string_view name, bool chosen) {
  std::string id(language);
  return "<label><input type=\"radio\" name=\"language\" id=\"speak-" + id + "\" value=\"" + id +
         "\"" + (chosen ? " checked=\"checked\"" : "") + "/><span lang=\"" + id + "\">" +
         std::string(name) + "</span></label>";
}

/// The bar above the page: where to go, and in which language. It works without script.
std::string bar() {
  std::string links;
  for (const char* name : {"timeline", "faults", "notices", "vendor", "books", "improvements"})
    links += "<a href=\"#" + std::string(name) + "\">" + label(name) + "</a> ";
  return "<a class=\"skip\" href=\"#timeline\">" + label("skip") +
         "</a>\n<header class=\"top\"><nav aria-label=\"章节 / Sections\">" + links +
         "</nav><fieldset class=\"languages\"><legend class=\"hidden\">语言 / Language</legend>" +
         choice("zh", "中文", true) + choice("en", "English", false) + "</fieldset></header>\n";
}

Duration drawn_length(const Scorecard& card) {
  return std::max(
      {Duration{1min}, card.length, card.last == kNever ? Duration{0} : card.last.since_start});
}

std::string scripts(const Scorecard& card, const std::vector<Event>& events,
                    const std::vector<Moment>& story) {
  Duration length = drawn_length(card);
  return "<script type=\"application/json\" id=\"drill\">" +
         timeline_data(card, story, journey_rates(events, length), length) + "</script>\n<script>" +
         std::string(kPageScript) + "</script>\n";
}

}  // namespace

std::string report_html(const Scorecard& card, const std::vector<Event>& events,
                        const std::optional<EarlierRun>& earlier) {
  std::vector<Moment> story = moments(card, events);
  return top(card) + "<body>\n" + bar() + "<main>\n" + head_section(card) + bars_section(card) +
         timeline_section(story) + comparison_section(card, earlier) + impact_section(card) +
         faults_section(card) + gates_section(card) + locations_section(card) +
         notices_section(card, events) + vendor_section(card, events) +
         books_section(card, events) + alerts_section(card) + facilitator_section(events) +
         improvements_section(card) + provenance_section(card) + "</main>\n" +
         scripts(card, events, story) + "</body>\n</html>\n";
}

}  // namespace mayday
