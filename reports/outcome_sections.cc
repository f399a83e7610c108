#include "action_text.h"
#include "mayday/ledger/events.h"
#include "mayday/reports/figures.h"
#include "page.h"
#include "safe_text.h"
#include "sections.h"
#include "words.h"

namespace mayday {
std::string impact_section(const Scorecard& card) {
  Table table("impact-table", word("impact"),
              {"journey", "done", "alternative", "failed", "unknown", "late", "refused", "people"});
  for (const Impact& impact : card.impact)
    table.row({both(impact.title, 120), std::to_string(impact.done),
               std::to_string(impact.alternative), bad_count(impact.failed),
               bad_count(impact.unknown), bad_count(impact.late), std::to_string(impact.refused),
               bad_count(impact.people)});
  return section("impact", table.html());
}

std::string improvements_section(const Scorecard& card) {
  Table table("improvements-table", word("improvements"),
              {"action", "what", "owner", "due", "verify-by"});
  for (const Improvement& action : card.improvements) {
    std::string proposed = action.from == "proposed" ? " " + chip("plain", label("proposed")) : "";
    table.row({html(action.id, 20), both(action.text) + proposed, or_none_yet(action.owner),
               or_none_yet(action.due),
               action.verify_by.empty() ? "" : "<code>" + html(action.verify_by, 80) + "</code>"});
  }
  return section("improvements", table.html());
}

std::string facilitator_section(const std::vector<Event>& events) {
  Table table("facilitator-table", word("facilitator"), {"at", "who", "what", "cost", "note"});
  for (const Event& event : events) {
    if (event.kind == events::Pause::kKind)
      table.row({clock(event.t), html(as<events::Pause>(event).by, 60), label("moment.pause")});
    if (event.kind == events::Resume::kKind)
      table.row({clock(event.t), html(as<events::Resume>(event).by, 60), label("moment.resume")});
    if (event.kind != events::Action::kKind) continue;
    auto action = as<events::Action>(event);
    if (action.side != "facilitator") continue;
    const json::value* cost = action.body.if_contains("cost");
    table.row({clock(event.t), html(action.actor, 60), both(name_of("action", action.action), 60),
               cost != nullptr && cost->is_int64()
                   ? "<span class=\"loss\">−" + std::to_string(cost->get_int64()) + "</span>"
                   : "",
               html(action_detail(action), 300)});
  }
  return section("facilitator", table.html());
}

std::string provenance_section(const Scorecard& card) {
  std::string out = "<dl class=\"lists\">" +
                    fact("head", "<code>" + html(card.ledger_head, 80) + "</code>") + "</dl>\n";
  out += "<dl class=\"facts\">" + fact("model", html(card.model, 20)) +
         fact("profile", html(card.profile, 40)) +
         fact("seed", "<span class=\"figure\">" + std::to_string(card.seed) + "</span>") +
         fact("world", html(card.world, 20)) + fact("speed", "×" + std::to_string(card.speed)) +
         fact("slip", length(card.slip)) +
         fact("sealed", label(card.sealed ? "yes" : "sealed-no")) +
         fact("pauses", std::to_string(card.pauses)) + fact("delta", length(card.delta)) +
         fact("closed", html(card.closed.empty() ? "–" : card.closed, 20));
  if (!card.torn.empty()) out += fact("torn", html(card.torn, 300));
  return section("provenance",
                 out + "</dl>\n<p class=\"quiet\">" + label("team-average") + "</p>\n");
}

}  // namespace mayday
