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
#include "timeline_svg.h"
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
      "<!DOCTYPE html>\n<html lang=\"zh-CN\" data-language=\"zh\">\n<head>\n<meta "
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

std::string tools() {
  return "<a class=\"skip\" href=\"#timeline\">" + label("skip") +
         "</a>\n"
         "<div class=\"languages\" role=\"group\" aria-label=\"语言 / Language\">"
         "<button type=\"button\" data-speak=\"zh\" aria-pressed=\"true\" lang=\"zh\">中文</button>"
         "<button type=\"button\" data-speak=\"en\" aria-pressed=\"false\" "
         "lang=\"en\">English</button></div>\n";
}

/// What the colours of the phases mean.
std::string legend() {
  std::string out = "<p class=\"legend\">";
  for (const char* phase : {"detect", "declare", "locate", "mitigate", "recover", "verify"})
    out += "<span class=\"key " + std::string(phase) + "\">" + both(name_of("phase", phase)) +
           "</span> ";
  return out + "<span class=\"key normal\">" + label("normal-path") +
         "</span> <span class=\"key other\">" + label("other-path") +
         "</span> <span class=\"key line\">" + label("worst-90") + "</span></p>\n";
}

std::string timeline(const Scorecard& card, const std::vector<Event>& events,
                     const std::vector<Moment>& story) {
  Duration length = std::max(
      {Duration{1min}, card.length, card.last == kNever ? Duration{0} : card.last.since_start});
  std::string drawing = timeline_svg(card, story, journey_rates(events, length), length);
  return section("timeline", legend() +
                                 "<div class=\"scroll wide\" role=\"region\" tabindex=\"0\" "
                                 "aria-labelledby=\"timeline\">" +
                                 drawing + "</div>\n<p class=\"quiet\">" + label("scroll-hint") +
                                 "</p>\n");
}

}  // namespace

std::string report_html(const Scorecard& card, const std::vector<Event>& events) {
  std::vector<Moment> story = moments(card, events);
  std::string out = top(card) + "<body>\n" + tools() + "<main>\n" + head_section(card) +
                    bars_section(card) + timeline(card, events, story) + impact_section(card) +
                    faults_section(card) + gates_section(card) + locations_section(card) +
                    notices_section(card) + tickets_section(card) + alerts_section(card) +
                    books_section(card) + improvements_section(card) + moments_section(story) +
                    provenance_section(card) + "</main>\n";
  return out + "<script>" + std::string(kPageScript) + "</script>\n</body>\n</html>\n";
}

}  // namespace mayday
