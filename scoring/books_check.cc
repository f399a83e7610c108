#include <algorithm>
#include <set>

#include "mayday/scoring/body.h"
#include "mayday/scoring/facts.h"

namespace mayday {
namespace {

void count_row(const events::BookRow& row, BooksCheck& to) {
  if (row.what == "lost") ++to.lost;
  if (row.what == "duplicate") ++to.duplicates;
  if (row.what == "duplicate-payment") ++to.duplicate_payments;
  if (row.what == "mismatch") ++to.mismatches;
  if (row.what == "stuck") ++to.stuck;
}

Instant first_bite(const Trail& trail) {
  return trail.bits.empty() ? kNever : trail.bits.front().t;
}

/// Harmonic mean of precision and recall: 2 * hits / (reported + truly bad).
Ppm f1(const std::set<std::string>& reported, const std::set<std::string>& bad, bool reconciled) {
  if (reported.empty() && bad.empty()) return reconciled ? kOne : 0;
  auto hits = std::count_if(reported.begin(), reported.end(),
                            [&](const std::string& id) { return bad.contains(id); });
  return share(2 * hits, std::ssize(reported) + std::ssize(bad));
}

}  // namespace

/// Truly bad is what was still different at close and what a reconciliation of the team left open
/// on the way: an order that was found and mended later was rightly reported. A reconciliation from
/// before anything went wrong has found nothing out.
BooksCheck check_books(const Trail& trail, const TeamLog& log) {
  BooksCheck check;
  std::set<std::string> bad;
  std::set<std::string> reported;
  for (const auto& [t, reconciled] : trail.reconciled)
    bad.insert(reconciled.open.begin(), reconciled.open.end());
  for (const Filed& report : log.reports)
    for (const std::string& id : texts_in(report.action.body, "ids")) reported.insert(id);
  check.reconciled = std::any_of(trail.reconciled.begin(), trail.reconciled.end(),
                                 [&](const auto& at) { return at.t >= first_bite(trail); });
  check.known = !trail.books.empty();
  if (check.known) {
    const events::Books& books = trail.books.back().body;
    check.operations = books.operations;
    for (const events::BookRow& row : books.rows) {
      count_row(row, check);
      bad.insert(row.id);
    }
  }
  check.bad.assign(bad.begin(), bad.end());
  check.reported.assign(reported.begin(), reported.end());
  check.f1 = f1(reported, bad, check.reconciled);
  return check;
}

}  // namespace mayday
