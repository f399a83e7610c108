#include "mayday/scoring/attribution.h"

#include <algorithm>
#include <set>

#include "mayday/base/vocabulary.h"
#include "mayday/scoring/body.h"
#include "mayday/scoring/facts.h"
#include "mayday/scoring/matching.h"

namespace mayday {
namespace {

constexpr std::size_t kSuspects = 3;   // of one incident
constexpr std::size_t kAtOneTime = 6;  // of all that are opened within kOneTime
constexpr Duration kOneTime = 10min;

std::vector<std::string> first_suspects(const Incident& incident) {
  std::vector<std::string> suspects = incident.suspects;
  if (suspects.size() > kSuspects) suspects.resize(kSuspects);
  return suspects;
}

class Attributor {
 public:
  Attributor(const Trail& trail, const TeamLog& log, const std::vector<Measured>& measured,
             const Profile& profile)
      : trail_(trail), plan_(plan_of(trail)), log_(log), measured_(measured), profile_(profile) {}

  Attribution run() {
    result_.of_fault.resize(measured_.size());
    for (const auto& [t, alert] : trail_.alerts)
      if (alert.state == "firing") take_alert(t, alert);
    take_incidents();
    return std::move(result_);
  }

 private:
  Ppm fit(const Diagnosis& claim, std::size_t fault) const {
    Ppm value =
        compatibility(plan_.vocabulary, claim, plan_.faults[fault], measured_[fault].functions_hit);
    return value >= kEdge ? value : 0;
  }

  bool eligible(Instant t, std::size_t fault) const {
    const Measured& of = measured_[fault];
    return of.onset != kNever && t >= of.onset &&
           (of.recovered == kNever || t <= of.recovered + profile_.slacks.alert_after);
  }

  void take_alert(Instant t, const events::Alert& alert) {
    if (!seen_.insert({alert.alert, alert.component, alert.began}).second) return;
    AlertCheck check{t, alert.began, alert.alert, alert.component, "", 0, false, false};
    Diagnosis claim{{alert.component}, {alert.symptom}, alert.functions};
    bool edge = false;
    for (std::size_t i = 0; i < measured_.size(); ++i) {
      Ppm value = fit(claim, i);
      edge = edge || (value > 0 && measured_[i].onset <= t);
      if (!eligible(t, i) || value <= check.match) continue;
      check.match = value;
      check.fault = measured_[i].fault;
      check.eligible = true;
    }
    check.false_alarm = !edge && !consequence(t, alert) && !free_of_charge(alert);
    if (check.false_alarm && groups_.insert({alert.alert, alert.component}).second)
      result_.false_alarms.push_back({"alert " + alert.alert, t});
    result_.alerts.push_back(std::move(check));
  }

  /// It points at the wrong part, but what it measures was really harmed by a fault just then:
  /// neither a detection nor a false alarm.
  bool consequence(Instant t, const events::Alert& alert) const {
    for (const AlertRule& rule : plan_.alerts) {
      if (rule.alert != alert.alert) continue;
      for (std::size_t i = 0; i < measured_.size(); ++i)
        if (eligible(t, i) && harmed(rule, i)) return true;
    }
    return false;
  }

  bool harmed(const AlertRule& rule, std::size_t fault) const {
    if (rule.measure == Measure::http_errors)
      return rule.journey == to_text(plan_.faults[fault].vendor);
    return measured_[fault].kinds_hit.contains(rule.journey);
  }

  /// Where nothing is at fault, the scenario's own rules only tell of its scripted blip.
  bool free_of_charge(const events::Alert& alert) const {
    bool ours = std::any_of(plan_.alerts.begin(), plan_.alerts.end(),
                            [&](const AlertRule& rule) { return rule.alert == alert.alert; });
    bool calm = std::all_of(plan_.faults.begin(), plan_.faults.end(), is_blip);
    return ours && calm;
  }

  /// The suspects of an incident that count. Whoever suspects everything suspects nothing: the
  /// first three do, and none when the team has named more than six within ten minutes.
  std::vector<std::string> suspects_of(std::size_t incident) const {
    const std::vector<Incident>& all = log_.incidents;
    std::set<std::string> named;
    for (std::size_t i = 0; i <= incident; ++i)
      if (all[i].at + kOneTime > all[incident].at)
        for (const std::string& suspect : first_suspects(all[i]))
          named.insert(term_id(plan_.vocabulary.components, suspect));
    if (named.size() > kAtOneTime) return {};
    return first_suspects(all[incident]);
  }

  /// What an incident says: its suspects and where it was located; an incident that names no
  /// symptom or function says what the alerts said that somebody had acknowledged by then. The
  /// first three locations count, unless one names more than three components.
  Diagnosis claim_of(std::size_t index) const {
    const Incident& incident = log_.incidents[index];
    Diagnosis claim{suspects_of(index), incident.symptoms, incident.functions};
    for (std::size_t n = 0; n < std::min(kSuspects, incident.locations.size()); ++n) {
      const LocationAttempt& location = incident.locations[n];
      if (location.components.size() > kSuspects) continue;
      claim.components.insert(claim.components.end(), location.components.begin(),
                              location.components.end());
      if (!location.kind.empty()) claim.symptoms.push_back(location.kind);
    }
    for (const events::Alert* alert : acknowledged_by(incident.at)) {
      if (incident.suspects.empty()) claim.components.push_back(alert->component);
      if (incident.symptoms.empty()) claim.symptoms.push_back(alert->symptom);
      if (incident.functions.empty())
        claim.functions.insert(claim.functions.end(), alert->functions.begin(),
                               alert->functions.end());
    }
    return claim;
  }

  std::vector<const events::Alert*> acknowledged_by(Instant by) const {
    std::vector<const events::Alert*> alerts;
    for (const Filed& acknowledged : log_.acknowledged) {
      if (acknowledged.t > by) continue;
      std::string name = text_in(acknowledged.action.body, "alert");
      for (const auto& [t, alert] : trail_.alerts)
        if (alert.state == "firing" && t <= acknowledged.t && (name.empty() || name == alert.alert))
          alerts.push_back(&alert);
    }
    return alerts;
  }

  void take_incidents() {
    std::vector<std::vector<Ppm>> weights;
    for (std::size_t n = 0; n < log_.incidents.size(); ++n) {
      const Incident& incident = log_.incidents[n];
      weights.emplace_back();
      Diagnosis claim = claim_of(n);
      for (std::size_t i = 0; i < measured_.size(); ++i)
        weights.back().push_back(measured_[i].onset <= incident.at ? fit(claim, i) : 0);
    }
    std::vector<int> fault_of = assign(weights);
    std::vector<bool> taken(measured_.size(), false);
    for (int fault : fault_of)
      if (fault >= 0) taken[static_cast<std::size_t>(fault)] = true;
    for (std::size_t i = 0; i < weights.size(); ++i)
      file_incident(i, weights[i], fault_of[i], taken);
    for (std::vector<int>& incidents : result_.of_fault)
      std::sort(incidents.begin(), incidents.end());
  }

  void file_incident(std::size_t i, const std::vector<Ppm>& weights, int fault,
                     std::vector<bool>& taken) {
    const Incident& incident = log_.incidents[i];
    IncidentCheck check{incident.id,       incident.at, incident.actor, incident.title,
                        incident.suspects, {},          false,          false};
    auto give = [&](std::size_t to) {
      check.faults.push_back(measured_[to].fault);
      result_.of_fault[to].push_back(static_cast<int>(i));
    };
    auto heaviest = std::max_element(weights.begin(), weights.end());
    bool fits = heaviest != weights.end() && *heaviest > 0;
    if (fault >= 0) give(static_cast<std::size_t>(fault));
    for (std::size_t other = 0; fault >= 0 && other < taken.size(); ++other) {
      if (taken[other] || weights[other] == 0 || !names(i, other)) continue;
      taken[other] = true;
      give(other);
    }
    check.duplicate = fault < 0 && fits;
    if (check.duplicate) give(static_cast<std::size_t>(heaviest - weights.begin()));
    check.false_alarm = !fits;
    if (check.false_alarm) result_.false_alarms.push_back({"incident " + incident.id, incident.at});
    result_.incidents.push_back(std::move(check));
  }

  /// One of the suspects that count is the very component of this fault.
  bool names(std::size_t incident, std::size_t fault) const {
    for (const TruthPlan& truth : plan_.faults[fault].truths)
      for (const std::string& suspect : suspects_of(incident))
        if (term_id(plan_.vocabulary.components, suspect) == truth.component) return true;
    return false;
  }

  const Trail& trail_;
  const Plan& plan_;
  const TeamLog& log_;
  const std::vector<Measured>& measured_;
  const Profile& profile_;
  Attribution result_;
  std::set<std::tuple<std::string, std::string, Instant>> seen_;
  std::set<std::pair<std::string, std::string>> groups_;
};

}  // namespace

Attribution attribute(const Trail& trail, const TeamLog& log, const std::vector<Measured>& measured,
                      const Profile& profile) {
  return Attributor(trail, log, measured, profile).run();
}

}  // namespace mayday
