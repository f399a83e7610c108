#include <algorithm>

#include "mayday/ledger/events.h"
#include "mayday/reports/figures.h"
#include "page.h"
#include "safe_text.h"
#include "sections.h"
#include "words.h"

namespace mayday {
namespace {

std::string orders(const std::vector<std::string>& ids) {
  constexpr std::size_t kOrders = 60;
  if (ids.empty()) return label("nothing");
  std::string out;
  for (std::size_t i = 0; i < std::min(kOrders, ids.size()); ++i)
    out += "<code>" + html(ids[i], 60) + "</code> ";
  return ids.size() > kOrders ? out + "… " + std::to_string(ids.size()) : out;
}

bool holds(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// What the engine found at close, and whether the team had found it too.
std::string rows(const BooksCheck& books, const std::vector<Event>& events) {
  Table table("books-table", word("books-at-close"),
              {"order", "what", "vendor-name", "desk-state", "vendor-state", "reported"});
  for (const Event& event : events) {
    if (event.kind != events::Books::kKind) continue;
    for (const events::BookRow& row : as<events::Books>(event).rows)
      table.row(
          {"<code>" + html(row.id, 60) + "</code>", both(name_of("books", row.what), 60),
           html(row.vendor, 40), html(row.desk_state, 60), html(row.vendor_state, 60),
           holds(books.reported, row.id) ? chip("good", label("yes")) : chip("weak", label("no"))});
  }
  return table.html();
}

/// Ids that the team called bad and that are not.
std::string wrongly_reported(const BooksCheck& books) {
  std::vector<std::string> wrong;
  for (const std::string& id : books.reported)
    if (!holds(books.bad, id)) wrong.push_back(id);
  return orders(wrong);
}

/// What each reconciliation that the team ran came to.
std::string runs(const std::vector<Event>& events) {
  Table table("reconciled-table", word("reconciled"),
              {"at", "operations", "differences", "repaired", "still-differ"});
  for (const Event& event : events) {
    if (event.kind != events::Reconciled::kKind) continue;
    auto run = as<events::Reconciled>(event);
    table.row({clock(event.t), std::to_string(run.compared), std::to_string(run.differences),
               std::to_string(run.repaired), orders(run.open)});
  }
  return table.html();
}

}  // namespace

std::string books_section(const Scorecard& card, const std::vector<Event>& events) {
  const BooksCheck& books = card.books;
  if (!books.known)
    return section("books", "<p class=\"quiet\">" + label("books-unknown") + "</p>\n");
  return section(
      "books",
      "<dl class=\"facts\">" + fact("operations", std::to_string(books.operations)) +
          fact("lost", bad_count(books.lost)) + fact("duplicates", bad_count(books.duplicates)) +
          fact("duplicate-payments", bad_count(books.duplicate_payments)) +
          fact("mismatches", bad_count(books.mismatches)) + fact("stuck", bad_count(books.stuck)) +
          fact("f1", percent(books.f1)) + "</dl>\n" + rows(books, events) + "<dl class=\"lists\">" +
          fact("bad-orders", orders(books.bad)) + fact("reported-orders", orders(books.reported)) +
          fact("wrongly-reported", wrongly_reported(books)) + "</dl>\n" + runs(events));
}

}  // namespace mayday
