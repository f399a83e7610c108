#include <algorithm>

#include "mayday/scoring/body.h"
#include "mayday/scoring/facts.h"

namespace mayday {
namespace {

std::vector<std::string> elements_of(const json::object& body) {
  std::vector<std::string> elements;
  for (std::string_view element : {"impact", "since", "measures", "workaround"})
    if (says(body, element)) elements.emplace_back(element);
  if (says(body, "eta_minutes") || says(body, "eta") || says(body, "next"))
    elements.emplace_back("next");
  for (std::string_view element : {"contact", "compensation"})
    if (says(body, element)) elements.emplace_back(element);
  return elements;
}

Instant estimate_of(const json::object& body, Instant issued, std::int64_t starts) {
  std::int64_t minutes = integer_in(body, "eta_minutes", -1);
  if (minutes >= 0) return issued + std::chrono::minutes{minutes};
  return instant_in(body, "eta", starts);
}

NoticeCheck check_notice(const Filed& filed, const Findings& found, std::int64_t starts) {
  const json::object& body = filed.action.body;
  NoticeCheck check;
  check.at = filed.t;
  check.actor = filed.action.actor;
  check.elements = elements_of(body);
  check.channels = texts_in(body, "channels");
  check.audience = text_in(body, "audience");
  check.recovered = flag_in(body, "recovered");
  check.eta = estimate_of(body, filed.t, starts);
  check.text = text_in(body, "text");
  for (std::size_t fault : faults_of(found.attribution, filed.incident)) {
    const Measured& measured = found.measured[fault];
    if (filed.t < measured.onset) continue;
    if (check.fault.empty()) check.fault = measured.fault;
    check.counts = says(body, "impact") && says(body, "measures");
    if (check.recovered && !within(measured.mitigated_spans, filed.t, measured.delta))
      check.premature = true;
  }
  return check;
}

}  // namespace

std::vector<NoticeCheck> check_notices(const Trail& trail, const Findings& found) {
  std::vector<NoticeCheck> checks;
  for (const Filed& filed : found.log.notices)
    checks.push_back(check_notice(filed, found, plan_of(trail).starts));
  return checks;
}

}  // namespace mayday
