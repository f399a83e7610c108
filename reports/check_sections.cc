#include <algorithm>

#include "gate_text.h"
#include "mayday/reports/figures.h"
#include "page.h"
#include "safe_text.h"
#include "sections.h"
#include "words.h"

namespace mayday {
namespace {

constexpr std::size_t kListed = 12;

std::string code(std::string_view text) { return "<code>" + html(text, 80) + "</code>"; }

std::string listed(const std::vector<std::string>& names, std::string_view scope) {
  std::string out;
  for (std::size_t i = 0; i < std::min(kListed, names.size()); ++i)
    out += (i == 0 ? "" : ", ") + both(name_of(scope, names[i]), 80);
  return names.size() > kListed ? out + " …" : out;
}

std::string right(bool yes) { return chip(yes ? "good" : "bad", label(yes ? "right" : "wrong")); }

}  // namespace

std::string gates_section(const Scorecard& card) {
  Table gates("gates-table", word("gates"), {"gates", "limit", "actual", "result", "note"});
  for (const GateResult& gate : card.gates)
    gates.row({both(gate_name(gate), 60), gate_limit(gate), gate_actual(gate),
               chip(gate.passed ? "good" : "bad", label(gate.passed ? "passed" : "broken")),
               both(gate.note)});
  Table off("deductions-table", word("deductions"), {"what", "count", "points", "note"});
  for (const Penalty& penalty : card.penalties)
    off.row({both(name_of("penalties", penalty.name), 60), std::to_string(penalty.count),
             penalty.points == 0
                 ? "0"
                 : "<span class=\"loss\">" + lost_points(penalty.points) + "</span>",
             both(penalty.note)});
  for (const Cap& cap : card.caps)
    off.row({both(name_of("cap", cap.name), 60), "", "≤ " + points(cap.limit),
             chip(cap.lowered ? "bad" : "plain", label(cap.lowered ? "cap-lowered" : "cap-idle")) +
                 " " + both(cap.why)});
  return section("gates", gates.html() + off.html());
}

std::string locations_section(const Scorecard& card) {
  Table table("locations-table", word("locations"),
              {"at", "who", "suspected", "component", "kind", "party", "evidence", "earned"});
  for (const FaultScore& fault : card.faults)
    for (const LocationAttempt& attempt : fault.locations)
      table.row(
          {clock(attempt.at), html(attempt.actor, 60), listed(attempt.components, "component"),
           percent(attempt.component_value), right(attempt.kind_right) + " " + code(attempt.kind),
           right(attempt.party_right) + " " + code(attempt.party),
           chip(attempt.evidence ? "good" : "plain", label(attempt.evidence ? "valid" : "missing")),
           percent(attempt.value)});
  return section("locations", table.html());
}

std::string alerts_section(const Scorecard& card) {
  Table alerts("alerts-table", word("alert"), {"at", "alert", "component", "matched", "result"});
  for (const AlertCheck& alert : card.alerts) {
    std::string matched = alert.fault.empty() ? "" : code(alert.fault) + " " + percent(alert.match);
    alerts.row({clock(alert.at), code(alert.alert), code(alert.component), matched,
                alert.false_alarm ? chip("weak", label("false-alarm"))
                                  : chip(alert.eligible ? "good" : "plain",
                                         label(alert.eligible ? "counts" : "not-counted"))});
  }
  Table incidents("incidents-table", word("incident"),
                  {"at", "incident", "who", "suspected", "matched", "result"});
  for (const IncidentCheck& incident : card.incidents) {
    std::string result = incident.false_alarm ? chip("weak", label("false-alarm"))
                         : incident.duplicate ? chip("plain", label("duplicate"))
                                              : chip("good", label("counts"));
    incidents.row({clock(incident.at), code(incident.id) + " " + html(incident.title, 200),
                   html(incident.actor, 60), listed(incident.suspects, "component"),
                   listed(incident.faults, "fault"), result});
  }
  return section("alerts", alerts.html() + incidents.html());
}

}  // namespace mayday
