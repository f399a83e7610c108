#include <fmt/format.h>

#include <algorithm>

#include "card_text.h"
#include "mayday/reports/figures.h"
#include "page.h"
#include "safe_text.h"
#include "sections.h"
#include "words.h"

namespace mayday {
namespace {

bool judged(const Scorecard& card) { return card.verdict == "pass" || card.verdict == "fail"; }

/// The score on a line from 0 to 100, its interval as a band, the letters' limits as ticks.
std::string score_line(const Scorecard& card) {
  auto x = [](std::int64_t hundredths) {
    return fixed(std::clamp<std::int64_t>(hundredths, 0, 10'000) * 3, 2);
  };
  std::string out =
      "<svg class=\"score-line\" viewBox=\"-4 0 308 30\" aria-hidden=\"true\">"
      "<rect x=\"0\" y=\"9\" width=\"300\" height=\"4\" rx=\"2\" class=\"track\"/>";
  for (std::int64_t limit : {60, 70, 80, 90})
    out += fmt::format(
        "<line x1=\"{0}\" x2=\"{0}\" y1=\"6\" y2=\"16\" class=\"limit\"/>"
        "<text x=\"{0}\" y=\"27\" class=\"limit-name\">{1}</text>",
        limit * 3, limit);
  std::int64_t span = std::max<std::int64_t>(card.high - card.low, 40);
  return out + fmt::format(
                   "<rect x=\"{}\" y=\"7\" width=\"{}\" height=\"8\" rx=\"3\" class=\"band\"/>"
                   "<circle cx=\"{}\" cy=\"11\" r=\"5.5\" class=\"here\"/></svg>",
                   x(card.low), fixed(span * 3, 2), x(card.score));
}

/// Where the score lies among simulated teams, which are called that.
std::string percentile(const Scorecard& card) {
  std::string figure = percentile_of(card);
  if (figure.empty()) return {};
  return "<p class=\"percentile\"><b class=\"figure\">" + figure + "</b> " + label("percentile") +
         "</p>\n";
}

std::string score_card(const Scorecard& card) {
  return "<div class=\"score\"><p class=\"number\"><span class=\"hidden\">" + label("score") +
         " </span>" + points(card.score) + "</p>\n<p class=\"letter\"><b>" + html(card.letter, 4) +
         "</b> " + both(card.grade) + "</p>\n<p class=\"interval\">" + label("interval") + " " +
         points(card.low) + "–" + points(card.high) + "</p>\n" + percentile(card) +
         score_line(card) + "</div>\n";
}

std::string facts(const Scorecard& card) {
  std::string out =
      "<dl class=\"facts\">" + fact("scenario", "<code>" + html(card.scenario, 80) + "</code>");
  if (!card.origin.empty()) out += fact("origin", html(card.origin, 80));
  return out +
         fact("starts", "<span class=\"figure\">" +
                            html(rfc3339(std::chrono::seconds{card.starts})) + "</span>") +
         fact("length", length(card.length)) +
         fact("world", html(card.world, 20) + " ×" + std::to_string(card.speed)) +
         fact("profile", html(card.profile, 40)) + "</dl>\n";
}

}  // namespace

std::string head_section(const Scorecard& card) {
  std::string out =
      "<header class=\"head\">\n<div class=\"about\"><p class=\"kicker\">Mayday · " +
      label("report") + "</p>\n<h1>" + both(card.title, 200) + "</h1>\n<p class=\"verdict\">" +
      chip(tone_of_verdict(card.verdict), both(name_of("verdict", card.verdict))) + " ";
  if (!card.why.zh.empty() || !card.why.en.empty()) out += both(card.why);
  out += "</p>\n" + facts(card) + "</div>\n";
  out += score_card(card) + "</header>\n";
  std::string callouts;
  if (!judged(card)) callouts += "<li>" + label("go-rerun") + "</li>\n";
  for (std::size_t i = 0; i < std::min(kTableRows, card.notes.size()); ++i)
    callouts += "<li>" + both(card.notes[i]) + "</li>\n";
  return callouts.empty() ? out : out + "<ul class=\"callouts\">" + callouts + "</ul>\n";
}

}  // namespace mayday
