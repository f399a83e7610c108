#include <algorithm>

#include "mayday/scoring/body.h"
#include "mayday/scoring/facts.h"
#include "mayday/scoring/matching.h"

namespace mayday {
namespace {

/// Builds one fault's timeline from all that was found.
class TimelineBuilder {
 public:
  TimelineBuilder(const Trail& trail, const Profile& profile, const Findings& found, std::size_t i)
      : trail_(trail),
        plan_(plan_of(trail)),
        profile_(profile),
        found_(found),
        index_(i),
        measured_(found.measured[i]),
        incidents_(found.attribution.of_fault[i]) {}

  FaultTimeline build() {
    stamp_measured();
    stamp_incidents();
    stamp_sightings();
    stamp_vendor();
    stamp_actions();
    stamp_proofs();
    for (const NoticeCheck& notice : found_.notices)
      if (notice.fault == measured_.fault) line_.notices.push_back(notice);
    line_.vendor = vendor_facts(trail_, found_, profile_, index_);
    line_.books = found_.facts.books;
    return std::move(line_);
  }

 private:
  void stamp_measured() {
    line_.id = measured_.fault;
    line_.arm = measured_.arm;
    line_.onset = measured_.onset;
    line_.symptom = measured_.symptom;
    line_.silent = plan_.faults[index_].observable_at != kNever;
    line_.bypassed = measured_.bypassed;
    line_.mitigated = measured_.mitigated;
    line_.recovered = measured_.recovered;
    line_.fixed = measured_.ended;
    line_.truth = measured_.truth;
    line_.flaps = measured_.flaps;
    if (line_.flaps > 0) line_.relapsed = measured_.mitigated_spans.front().to;
    line_.delta = measured_.delta;
    line_.end = trail_.last;
    if (line_.truth.empty()) line_.truth = {{measured_.onset, 3}};
  }

  void stamp_incidents() {
    line_.handled = !incidents_.empty();
    for (int i : incidents_) {
      const Incident& incident = found_.log.incidents[static_cast<std::size_t>(i)];
      line_.declared = std::min(line_.declared, incident.at);
      line_.closed = std::min(line_.closed, incident.closed);
      line_.reviewed = std::min(line_.reviewed, incident.reviewed);
      for (std::size_t n = 0; n < incident.given.size(); ++n)
        if (incident.given_received[n] >= measured_.onset) line_.given.push_back(incident.given[n]);
      for (std::size_t n = 0; n < incident.locations.size(); ++n) judge_location(i, n);
      detect(incident.at, "human", "incident " + incident.id, false);
    }
    auto earlier = [](const auto& a, const auto& b) { return a.at < b.at; };
    std::stable_sort(line_.given.begin(), line_.given.end(), earlier);
    std::stable_sort(line_.locations.begin(), line_.locations.end(), earlier);
    keep_last_of_an_instant(line_.given);
  }

  /// Whoever gives every level at once gives the last.
  static void keep_last_of_an_instant(std::vector<LevelAt>& steps) {
    std::vector<LevelAt> kept;
    for (const LevelAt& step : steps) {
      if (!kept.empty() && kept.back().at == step.at) kept.pop_back();
      kept.push_back(step);
    }
    steps = std::move(kept);
  }

  void judge_location(int of, std::size_t n) {
    const Incident& incident = found_.log.incidents[static_cast<std::size_t>(of)];
    LocationAttempt attempt = incident.locations[n];
    if (incident.located_received[n] < measured_.onset || locates_another(of, attempt)) return;
    LocationQuality quality = location_quality(plan_.vocabulary, attempt.components, attempt.kind,
                                               attempt.party, plan_.faults[index_]);
    attempt.component_value = quality.component;
    attempt.kind_right = quality.kind;
    attempt.party_right = quality.party;
    attempt.quality = quality.total;
    attempt.evidence = proven(incident.findings[n], incident.evidence[n]);
    line_.locations.push_back(std::move(attempt));
  }

  /// An incident of several faults is located in several places: the exact place of another of them
  /// is no wrong answer to where this one is.
  bool locates_another(int incident, const LocationAttempt& attempt) const {
    auto exact = [&](std::size_t fault) {
      return location_quality(plan_.vocabulary, attempt.components, "", "", plan_.faults[fault])
                 .component == kOne;
    };
    if (exact(index_)) return false;
    std::vector<std::size_t> faults = faults_of(found_.attribution, incident);
    return std::any_of(faults.begin(), faults.end(),
                       [&](std::size_t fault) { return fault != index_ && exact(fault); });
  }

  /// A request id that failed since the onset, or the name of an alert that was about this fault.
  bool proven(const std::vector<events::Finding>& findings,
              const std::vector<std::string>& ids) const {
    auto failing = [&](const events::Finding& f) {
      return f.known && f.failing && f.at >= measured_.onset;
    };
    auto alert = [&](const std::string& id) {
      return std::any_of(
          found_.attribution.alerts.begin(), found_.attribution.alerts.end(),
          [&](const AlertCheck& a) { return a.alert == id && a.fault == measured_.fault; });
    };
    return std::any_of(findings.begin(), findings.end(), failing) ||
           std::any_of(ids.begin(), ids.end(), alert);
  }

  /// `by_machine`: no hint can have helped it.
  void detect(Instant at, std::string source, std::string what, bool by_machine) {
    if (at < measured_.onset) return;
    bool hinted = !by_machine && first_hint(found_.log) <= at;
    line_.detections.push_back({at, std::move(source), hinted, std::move(what)});
  }

  void stamp_sightings() {
    for (const AlertCheck& alert : found_.attribution.alerts)
      if (alert.fault == measured_.fault) detect(alert.at, "alert", "alert " + alert.alert, true);
    for (const Filed& acknowledged : found_.log.acknowledged)
      if (acknowledges_this(acknowledged))
        line_.acknowledged = std::min(line_.acknowledged, acknowledged.t);
    for (const Filed& triage : found_.log.triaged) take_triage(triage);
    std::stable_sort(line_.detections.begin(), line_.detections.end(),
                     [](const Detection& a, const Detection& b) { return a.at < b.at; });
    line_.noticed = line_.noticed || line_.acknowledged != kNever;
  }

  bool acknowledges_this(const Filed& acknowledged) const {
    std::string name = text_in(acknowledged.action.body, "alert");
    return std::any_of(found_.attribution.alerts.begin(), found_.attribution.alerts.end(),
                       [&](const AlertCheck& a) {
                         return a.fault == measured_.fault && a.at <= acknowledged.t &&
                                (name.empty() || name == a.alert);
                       });
  }

  /// Triage needs something to triage: a message that reached the team after the onset.
  void take_triage(const Filed& triage) {
    bool hurting = triage.t >= measured_.symptom && triage.t <= recovered_or_end(line_);
    auto since_onset = [&](const auto& at) { return at.t >= measured_.onset && at.t <= triage.t; };
    bool user = std::any_of(trail_.injects.begin(), trail_.injects.end(), since_onset);
    bool vendor = std::any_of(trail_.vendors.begin(), trail_.vendors.end(), since_onset);
    if (!hurting || (!user && !vendor)) return;
    bool from_vendor = text_in(triage.action.body, "source") == "vendor" || !user;
    detect(triage.t, from_vendor ? "vendor" : "user", "triage by " + triage.action.actor, false);
    line_.noticed = true;
  }

  void stamp_vendor() {
    std::string vendor = vendor_for(plan_, plan_.faults[index_]);
    for (std::size_t n = 0; n < found_.tickets.size(); ++n) {
      const TicketCheck& ticket = found_.tickets[n];
      if (ticket.fault != measured_.fault || ticket.to != vendor) continue;
      line_.vendor_ticket = std::min(line_.vendor_ticket, ticket.at);
      for (const auto& [t, said] : trail_.vendors)
        if (said.ticket == found_.log.ticket_ids[n])
          line_.vendor_reply = std::min(line_.vendor_reply, t);
    }
  }

  bool is_evidence(const TicketCheck& ticket) const {
    return ticket.fault == measured_.fault &&
           std::any_of(ticket.evidence.begin(), ticket.evidence.end(),
                       [](const EvidenceCheck& item) { return item.valid; });
  }

  /// What the team did against the fault: a change at the desk (workarounds too), or a ticket with
  /// evidence. A fault that its script ended healed by itself, unless such a ticket was sent
  /// before, or a change at the desk was seen to help before: any other change is no remedy.
  void stamp_actions() {
    Instant changed = kNever;
    for (const Filed& change : found_.log.desk)
      if (change.t >= measured_.onset) changed = std::min(changed, change.t);
    Instant asked = kNever;
    for (const TicketCheck& ticket : found_.tickets)
      if (is_evidence(ticket)) asked = std::min(asked, ticket.at);
    line_.acted = changed != kNever || asked != kNever;
    bool scripted = measured_.ended_by == "for" || measured_.ended_by == "at_most";
    line_.self_healed = scripted && measured_.ended < asked && !helped(changed);
    for (const Filed& claim : found_.log.claims)
      take_claim(claim.t, claim.incident, text_in(claim.action.body, "what"));
    for (std::size_t n = 0; n < found_.notices.size(); ++n)
      if (found_.notices[n].recovered)
        take_claim(found_.notices[n].at, found_.log.notices[n].incident, "recovered");
  }

  /// A whole window of good journeys between the change and the end. It is dated back to its start,
  /// which may lie a little before its cause.
  bool helped(Instant changed) const {
    Instant seen = std::min(measured_.bypassed, measured_.mitigated) + Indicator::kSpan;
    return changed <= seen && seen <= measured_.ended;
  }

  void take_claim(Instant at, int incident, const std::string& what) {
    std::vector<std::size_t> faults = faults_of(found_.attribution, incident);
    if (std::find(faults.begin(), faults.end(), index_) == faults.end() || at < measured_.onset)
      return;
    Instant& stamp = what == "mitigated" ? line_.claimed_mitigated : line_.claimed_recovered;
    stamp = std::min(stamp, at);
  }

  void stamp_proofs() {
    for (const auto& [t, regression] : trail_.regressions)
      if (regression.green && t >= measured_.recovered)
        line_.verified = std::min(line_.verified, t);
    line_.clean = first_clean(trail_, measured_.symptom);
  }

  const Trail& trail_;
  const Plan& plan_;
  const Profile& profile_;
  const Findings& found_;
  std::size_t index_;
  const Measured& measured_;
  const std::vector<int>& incidents_;
  FaultTimeline line_;
};

}  // namespace

FaultTimeline build_timeline(const Trail& trail, const Findings& found, const Profile& profile,
                             std::size_t i) {
  return TimelineBuilder(trail, profile, found, i).build();
}

}  // namespace mayday
