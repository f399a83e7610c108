#include <algorithm>

#include "figures.h"
#include "page.h"
#include "safe_text.h"
#include "sections.h"
#include "words.h"

namespace mayday {
namespace {

std::string fact(std::string_view key, const std::string& value) {
  return "<div><dt>" + label(key) + "</dt><dd>" + value + "</dd></div>";
}

std::string orders(const std::vector<std::string>& ids) {
  constexpr std::size_t kOrders = 60;
  if (ids.empty()) return label("nothing");
  std::string out;
  for (std::size_t i = 0; i < std::min(kOrders, ids.size()); ++i)
    out += "<code>" + html(ids[i], 60) + "</code> ";
  return ids.size() > kOrders ? out + "… " + std::to_string(ids.size()) : out;
}

std::string bad_count(std::int64_t count) {
  return count == 0 ? "0" : "<b class=\"loss\">" + std::to_string(count) + "</b>";
}

}  // namespace

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

std::string books_section(const Scorecard& card) {
  const BooksCheck& books = card.books;
  if (!books.known)
    return section("books", "<p class=\"quiet\">" + label("books-unknown") + "</p>\n");
  std::string out =
      "<dl class=\"facts\">" + fact("operations", std::to_string(books.operations)) +
      fact("lost", bad_count(books.lost)) + fact("duplicates", bad_count(books.duplicates)) +
      fact("duplicate-payments", bad_count(books.duplicate_payments)) +
      fact("mismatches", bad_count(books.mismatches)) + fact("stuck", bad_count(books.stuck)) +
      fact("reconciled", label(books.reconciled ? "yes" : "no")) + fact("f1", percent(books.f1)) +
      "</dl>\n";
  out += "<dl class=\"lists\">" + fact("bad-orders", orders(books.bad)) +
         fact("reported-orders", orders(books.reported)) + "</dl>\n";
  return section("books", out);
}

std::string improvements_section(const Scorecard& card) {
  Table table("improvements-table", word("improvements"),
              {"action", "what", "owner", "due", "verify-by"});
  for (const Improvement& action : card.improvements) {
    std::string proposed = action.from == "proposed" ? " " + chip("plain", label("proposed")) : "";
    auto or_open = [](const std::string& text) {
      return text.empty() ? "<span class=\"quiet\">" + label("none-yet") + "</span>"
                          : html(text, 80);
    };
    table.row({html(action.id, 20), both(action.text) + proposed, or_open(action.owner),
               or_open(action.due),
               action.verify_by.empty() ? "" : "<code>" + html(action.verify_by, 80) + "</code>"});
  }
  return section("improvements", table.html());
}

std::string moments_section(const std::vector<Moment>& story) {
  Table table("moments-table", word("moments"), {"at", "lane", "who", "what", "note"});
  for (const Moment& moment : story)
    table.row({clock(moment.at), both(name_of("lane", moment.lane)), both(moment.who, 80),
               both(moment.what, 80), both(moment.detail, 160)});
  return section("moments", "<details><summary>" + label("moments") + " (" +
                                std::to_string(story.size()) + ")</summary>" + table.html() +
                                "</details>\n");
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
