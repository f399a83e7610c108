#include "page.h"
#include "safe_text.h"
#include "trend_sections.h"
#include "trend_words.h"
#include "words.h"

namespace mayday {
namespace {

std::string state(const FollowUp& up) {
  std::string_view tone = up.state == "closed" ? "good" : up.state == "stale" ? "weak" : "fair";
  return chip(tone, both(name_of("state", up.state), 40));
}

std::string code_or_nothing(const std::string& text) {
  return text.empty() ? "" : "<code>" + html(text, 80) + "</code>";
}

}  // namespace

std::string follow_ups_section(const TrendPage& page) {
  Table table("improvements-table", word("improvements"),
              {"action", "state", "what", "owner", "due", "verify-by", "promised-in", "closed-by"},
              kEveryRow);
  for (const FollowUp& up : page.follow_ups)
    table.row({html(up.improvement.id, 20), state(up), both(up.improvement.text),
               or_none_yet(up.improvement.owner), or_none_yet(up.improvement.due),
               code_or_nothing(up.improvement.verify_by),
               day_and_minute(up.when) + "<br/>" + drill_link(page, up.ledger),
               up.closed.empty() ? "" : drill_link(page, up.closed)});
  return section("improvements",
                 table.html() + "<p class=\"quiet\">" + label("states-how") + "</p>\n");
}

}  // namespace mayday
