#include <algorithm>

#include "mayday/scoring/body.h"
#include "mayday/scoring/facts.h"

namespace mayday {
namespace {

/// The ids in a ticket: given at all, and truly failing since the fault began.
EvidenceCheck check_ids(const json::object& evidence, const Filed& filed, Instant onset) {
  bool given = says(evidence, "request_ids");
  auto valid = std::count_if(
      filed.action.findings.begin(), filed.action.findings.end(),
      [&](const events::Finding& f) { return f.known && f.failing && f.at >= onset; });
  std::string count = std::to_string(valid) + "/" + std::to_string(filed.action.findings.size());
  return {
      "request-id", given, valid > 0, {"有效请求号 " + count, "ids that really failed: " + count}};
}

EvidenceCheck check_range(const json::object& evidence, const Measured& fault, Instant sent,
                          std::int64_t starts) {
  json::object range = object_in(evidence, "time_range");
  Instant from = instant_in(range, "from", starts);
  Instant to = instant_in(range, "to", starts);
  bool valid = from != kNever && to != kNever && from <= to && to >= fault.onset &&
               from <= std::min(fault.ended, sent);
  return {"time-range", says(evidence, "time_range"), valid,
          valid ? Text{"与故障时段重合", "overlaps the fault"}
                : Text{"与故障时段不符", "does not overlap the fault"}};
}

/// What nobody can look up counts when it is there.
EvidenceCheck check_words(const json::object& evidence, std::string_view member, std::string item) {
  bool given = says(evidence, member);
  return {std::move(item), given, given,
          given ? Text{"已提供", "given"} : Text{"未提供", "not given"}};
}

TicketCheck check_ticket(const Filed& filed, const Measured* fault, std::int64_t starts) {
  static const Measured nothing;
  const Measured& about = fault == nullptr ? nothing : *fault;
  json::object evidence = object_in(filed.action.body, "evidence");
  TicketCheck check{filed.t, filed.action.actor, text_in(filed.action.body, "to"), about.fault, {}};
  check.evidence = {check_ids(evidence, filed, about.onset),
                    check_range(evidence, about, filed.t, starts),
                    check_words(evidence, "endpoint", "endpoint"),
                    check_words(evidence, "error_sample", "error-sample"),
                    check_words(evidence, "impact", "impact"),
                    check_words(evidence, "steps", "steps")};
  return check;
}

std::int64_t valid_items(const TicketCheck& check) {
  return std::count_if(check.evidence.begin(), check.evidence.end(),
                       [](const EvidenceCheck& item) { return item.valid; });
}

bool is_member(const std::string& party) {
  return party == "hesi" || party == "airline" || party == "hotel" || party == "payment";
}

/// Somebody passed on what the vendor said of this ticket. A text instead of a ticket's id passes
/// on whatever came last.
bool relayed(const TeamLog& log, const std::string& ticket, Instant said, Duration slack) {
  return std::any_of(log.notices.begin(), log.notices.end(), [&](const Filed& notice) {
    if (notice.t < said || notice.t > said + slack || !says(notice.action.body, "relays"))
      return false;
    std::string names = text_in(notice.action.body, "relays");
    return names == ticket || !names.starts_with("T-");
  });
}

void read_vendor(const Trail& trail, const TeamLog& log, const Profile& profile,
                 const std::string& ticket, VendorFacts& to) {
  for (const auto& [t, vendor] : trail.vendors) {
    if (vendor.ticket != ticket || (vendor.says != "acknowledged" && vendor.says != "fixed"))
      continue;
    bool passed_on = relayed(log, ticket, t, profile.slacks.relay);
    // The drill ended before it was due.
    if (!passed_on && t + profile.slacks.relay > trail.last) continue;
    ++to.updates;
    if (passed_on) ++to.relayed;
  }
}

Instant acknowledged_at(const Trail& trail, const std::string& ticket) {
  for (const auto& [t, vendor] : trail.vendors)
    if (vendor.ticket == ticket && vendor.says == "acknowledged") return t;
  return kNever;
}

/// To escalate before the vendor's time is up is not to hold it to its clock.
void read_clock(const Trail& trail, const TeamLog& log, const Profile& profile, const Filed& ticket,
                const std::string& id, VendorFacts& to) {
  std::string vendor = text_in(ticket.action.body, "to");
  Duration promised = kForever;
  for (const VendorPlan& plan : plan_of(trail).vendors)
    if (to_text(plan.vendor) == vendor) promised = plan.acknowledges;
  Instant answered = acknowledged_at(trail, id);
  to.clock_recorded = answered != kNever;
  if (promised == kForever) return;
  Instant due = ticket.t + promised + profile.slacks.punctual;
  to.breached = answered == kNever ? trail.last > due : answered > due;
  to.escalated =
      std::any_of(log.escalations.begin(), log.escalations.end(), [&](const Filed& escalation) {
        return text_in(escalation.action.body, "to") == vendor &&
               escalation.t >= ticket.t + promised && escalation.t <= due + profile.slacks.escalate;
      });
}

}  // namespace

std::string vendor_for(const Plan& plan, const FaultPlan& fault) {
  for (const VendorPlan& vendor : plan.vendors)
    for (const FixPlan& fix : vendor.fixes)
      if (fix.fault == fault.id) return std::string(to_text(vendor.vendor));
  for (const TruthPlan& truth : fault.truths)
    if (is_member(truth.party)) return truth.party;
  return "";
}

std::vector<TicketCheck> check_tickets(const Trail& trail, const Findings& found) {
  std::vector<TicketCheck> checks;
  for (const Filed& filed : found.log.tickets) {
    const Measured* about = nullptr;
    for (std::size_t fault : faults_of(found.attribution, filed.incident)) {
      bool theirs = vendor_for(plan_of(trail), plan_of(trail).faults[fault]) ==
                    text_in(filed.action.body, "to");
      if (filed.t >= found.measured[fault].onset && (about == nullptr || theirs))
        about = &found.measured[fault];
    }
    checks.push_back(check_ticket(filed, about, plan_of(trail).starts));
  }
  return checks;
}

VendorFacts vendor_facts(const Trail& trail, const Findings& found, const Profile& profile,
                         std::size_t i) {
  VendorFacts facts;
  std::string vendor = vendor_for(plan_of(trail), plan_of(trail).faults[i]);
  facts.duty = !vendor.empty();
  bool first = true;
  for (std::size_t n = 0; n < found.tickets.size(); ++n) {
    if (found.tickets[n].fault != found.measured[i].fault || found.tickets[n].to != vendor)
      continue;
    if (first) {
      facts.evidence = valid_items(found.tickets[n]);
      read_clock(trail, found.log, profile, found.log.tickets[n], found.log.ticket_ids[n], facts);
      first = false;
    }
    read_vendor(trail, found.log, profile, found.log.ticket_ids[n], facts);
  }
  return facts;
}

}  // namespace mayday
