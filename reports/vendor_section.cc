#include <algorithm>

#include "mayday/reports/figures.h"
#include "page.h"
#include "safe_text.h"
#include "sections.h"
#include "vendor_clock.h"
#include "words.h"

namespace mayday {
namespace {

constexpr std::size_t kItems = 12;

std::string state_of(const EvidenceCheck& check) {
  if (check.valid) return chip("good", "✓ " + label("valid"));
  return check.given ? chip("bad", "✗ " + label("given-invalid"))
                     : chip("plain", "– " + label("missing"));
}

/// "14:00 +5m" beside the moment the ticket was opened; late in red.
std::string since_opened(const VendorClock& clock_of, Instant at, bool late = false) {
  if (at == kNever) return {};
  std::string text = clock(at) + " <small>+" + length(at - clock_of.opened) + "</small>";
  return late ? "<span class=\"loss\">" + text + "</span>" : text;
}

std::string clock_table(const std::vector<VendorClock>& clocks) {
  Table table("clock-table", word("vendor-clock"),
              {"ticket", "to", "opened", "answer-due", "answered", "asked", "escalated", "fixed"});
  for (const VendorClock& one : clocks) {
    bool late = one.due != kNever && one.answered != kNever && one.answered > one.due + 1min;
    table.row({"<code>" + html(one.ticket, 20) + "</code>", html(one.to, 40), clock(one.opened),
               since_opened(one, one.due), since_opened(one, one.answered, late),
               since_opened(one, one.asked), since_opened(one, one.escalated),
               since_opened(one, one.fixed)});
  }
  return table.html();
}

/// One line for each piece of evidence of one ticket.
std::string evidence_table(const TicketCheck& ticket, std::size_t number) {
  std::string who =
      clock(ticket.at) + " · " + clipped(ticket.actor, 60) + " → " + clipped(ticket.to, 40);
  Table table("evidence-" + std::to_string(number), {who, who}, {"evidence", "result", "note"});
  for (std::size_t i = 0; i < std::min(kItems, ticket.evidence.size()); ++i) {
    const EvidenceCheck& check = ticket.evidence[i];
    table.row({both(name_of("evidence", check.item), 40), state_of(check), both(check.note, 160)});
  }
  return table.html();
}

}  // namespace

std::string vendor_section(const Scorecard& card, const std::vector<Event>& events) {
  constexpr std::size_t kTickets = 8;
  std::string out = clock_table(vendor_clocks(events)) + "<div class=\"pair\">\n";
  for (std::size_t i = 0; i < std::min(kTickets, card.tickets.size()); ++i)
    out += evidence_table(card.tickets[i], i + 1);
  out += "</div>\n";
  if (card.tickets.size() > kTickets)
    out += "<p class=\"quiet\">" + label("all-moments-in") + "</p>\n";
  return section("vendor", out);
}

}  // namespace mayday
