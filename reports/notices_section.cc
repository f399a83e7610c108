#include <algorithm>
#include <array>

#include "action_text.h"
#include "card_text.h"
#include "mayday/ledger/events.h"
#include "mayday/reports/figures.h"
#include "page.h"
#include "safe_text.h"
#include "sections.h"
#include "words.h"

namespace mayday {
namespace {

constexpr std::array kElements{"impact", "since",   "measures",    "workaround",
                               "next",   "contact", "compensation"};

bool has(const NoticeCheck& notice, std::string_view element) {
  return std::find(notice.elements.begin(), notice.elements.end(), element) !=
         notice.elements.end();
}

/// What the team sent, word for word; empty when the ledger lacks it.
json::object body_of(const NoticeCheck& notice, const std::vector<Event>& events) {
  for (const Event& event : events) {
    if (event.t != notice.at || event.kind != events::Action::kKind) continue;
    auto action = as<events::Action>(event);
    if (action.action == "notice" && action.actor == notice.actor) return action.body;
  }
  return {};
}

/// The words that named an element: of its own member, else of the free text.
std::string words_for(const NoticeCheck& notice, const json::object& body,
                      std::string_view element) {
  if (element == "next" && notice.eta != kNever)
    return label("eta") + " <span class=\"figure\">" + clock(notice.eta) + "</span>";
  Text own = text_member(body, element);
  if (!own.zh.empty() || !own.en.empty()) return both(own, 300);
  return words_found(notice, element);
}

std::string element_table(const NoticeCheck& notice, const json::object& body, std::size_t number) {
  Text title = word("elements");
  std::string at = clock(notice.at) + " · ";
  Table table("notice-" + std::to_string(number), {at + title.zh, at + title.en},
              {"elements", "result", "text"});
  for (std::string_view element : kElements) {
    bool there = has(notice, element);
    table.row({label_of_element(element),
               there ? chip("good", "✓ " + label("yes")) : chip("plain", "– " + label("missing")),
               there ? words_for(notice, body, element) : ""});
  }
  return table.html();
}

std::string notice_verdict(const NoticeCheck& notice) {
  std::string out =
      chip(notice.counts ? "good" : "weak", label(notice.counts ? "counts" : "not-counted"));
  if (notice.premature) return out + " " + chip("bad", label("premature"));
  return notice.recovered ? out + " " + chip("fair", label("claims-recovery")) : out;
}

/// Through what it went, and to whom.
std::string address(const NoticeCheck& notice) {
  constexpr std::size_t kChannels = 8;
  std::string out;
  for (std::size_t i = 0; i < std::min(kChannels, notice.channels.size()); ++i)
    out += (i == 0 ? "" : ", ") + both(name_of("channel", notice.channels[i]), 40);
  if (!notice.audience.empty()) out += " → " + both(name_of("audience", notice.audience), 40);
  return out;
}

std::string notice_card(const NoticeCheck& notice, const std::vector<Event>& events,
                        std::size_t number) {
  std::string text =
      notice.text.empty() ? "" : "<blockquote>" + marked_text(notice, 600) + "</blockquote>\n";
  return "<li class=\"notice\"><p><b class=\"figure\">" + clock(notice.at) + "</b> " +
         html(notice.actor, 60) + " · " + address(notice) + " " + notice_verdict(notice) +
         "</p>\n" + text + element_table(notice, body_of(notice, events), number) + "</li>\n";
}

}  // namespace

std::string notices_section(const Scorecard& card, const std::vector<Event>& events) {
  constexpr std::size_t kNotices = 12;
  if (card.notices.empty())
    return section("notices", "<p class=\"quiet\">" + label("no-notices") + "</p>\n");
  std::string cards;
  for (std::size_t i = 0; i < std::min(kNotices, card.notices.size()); ++i)
    cards += notice_card(card.notices[i], events, i + 1);
  std::string cut = card.notices.size() > kNotices
                        ? "<p class=\"quiet\">" + label("all-moments-in") + "</p>\n"
                        : "";
  return section("notices", "<ol class=\"notices\">\n" + cards + "</ol>\n" + cut);
}

}  // namespace mayday
