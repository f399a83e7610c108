#pragma once

#include "mayday/scoring/attribution.h"
#include "mayday/scoring/timeline.h"

namespace mayday {

/// All that was read from a ledger, ready for the dimensions and for the report.
struct Findings {
  TeamLog log;
  std::vector<Measured> measured;  ///< Of every fault of the plan.
  Attribution attribution;
  DrillFacts facts;  ///< Its faults are beside `measured`.
  std::vector<NoticeCheck> notices;
  std::vector<TicketCheck> tickets;
};

Findings find(const Trail& trail, const Profile& profile);

/// The same around measurements that are known already.
Findings find(const Trail& trail, std::vector<Measured> measured, const Profile& profile);

/// What counts: faults that are nobody's, or never came, are measured, but only the others are
/// scored.
bool is_scored(const FaultPlan& plan, const Measured& measured);

/// The drill's facts with the scored faults alone; without any, it is a drill in which nothing was
/// at fault.
DrillFacts scored_part(const Plan& plan, const Findings& found);

/// A fault whose occasion never came, or that was mended before it began.
bool never_came(const FaultPlan& plan, const Measured& measured);

// The pieces of it, one file each.

/// Stamps and facts of fault number `i`; notices, tickets and books are in `found` already.
FaultTimeline build_timeline(const Trail& trail, const Findings& found, const Profile& profile,
                             std::size_t i);

/// Claims that the measurements refute, in words, each once: what is said again soon after is the
/// same claim. Announcing recovery in a notice is a claim.
std::vector<Charge> premature_claims(const Findings& found, const Profile& profile);

/// The team's notices, checked; `fault` says which fault each counts for (the first of its
/// incident's).
std::vector<NoticeCheck> check_notices(const Trail& trail, const Findings& found);

/// The team's tickets with what each item of evidence was worth.
std::vector<TicketCheck> check_tickets(const Trail& trail, const Findings& found);

/// How the vendor was brought in for fault number `i`.
VendorFacts vendor_facts(const Trail& trail, const Findings& found, const Profile& profile,
                         std::size_t i);

/// Whose desk is asked to mend a fault; "" when the scenario asks nothing of a vendor.
std::string vendor_for(const Plan& plan, const FaultPlan& fault);

BooksCheck check_books(const Trail& trail, const TeamLog& log);

/// A scripted disturbance that is nobody's fault: it has no truth, or the truth "none". It must
/// bite, but nothing is scored for it; a drill with nothing else is a drill without a fault.
bool is_blip(const FaultPlan& fault);

/// The faults that incident number `incident` stands for, as numbers; empty for none.
std::vector<std::size_t> faults_of(const Attribution& attribution, int incident);

/// True when `at` lies in one of the ranges, or so close before one that sampling cannot tell.
bool within(const std::vector<TimeRange>& ranges, Instant at, Duration delta);

}  // namespace mayday
