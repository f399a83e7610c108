#include "mayday/scoring/team_log.h"

#include <algorithm>

#include "mayday/scoring/body.h"

namespace mayday {
namespace {

/// Reads actions in order and files them.
class Clerk {
 public:
  TeamLog log;

  void take(Instant t, const events::Action& action) {
    if (action.side == "facilitator") return facilitate(t, action);
    if (action.action == "ticket") {
      log.ticket_ids.push_back("T-" + std::to_string(++tickets_));
      if (action.side != "team") log.ticket_ids.pop_back();
    }
    if (action.side != "team") return;
    if (action.action == "hint") return hint(t, action);
    if (action.action == "declare") return declare(t, action);
    int incident = incident_of(action);
    std::vector<Filed>* to = drawer(action.action);
    if (to != nullptr) to->push_back({t, action, incident});
    if (incident < 0) return;
    if (static_cast<std::size_t>(incident) >= log.incidents.size())
      return waiting_.push_back({t, action, incident});
    apply(t, {t, action, incident}, log.incidents[static_cast<std::size_t>(incident)]);
  }

  /// What was filed for an incident that never came belongs to the last that did.
  void finish() {
    int last = static_cast<int>(std::ssize(log.incidents)) - 1;
    for (std::vector<Filed>* drawer :
         {&log.acknowledged, &log.triaged, &log.notices, &log.tickets, &log.escalations, &log.desk,
          &log.claims, &log.reports, &log.reviews})
      for (Filed& filed : *drawer) filed.incident = std::min(filed.incident, last);
  }

 private:
  void facilitate(Instant t, const events::Action& action) {
    if (action.action == "hint") hint(t, action);
    if (action.action == "void")
      log.voided = says(action.body, "reason") ? text_in(action.body, "reason") : "void";
  }

  void hint(Instant t, const events::Action& action) {
    log.hints.push_back({t, std::clamp<std::int64_t>(integer_in(action.body, "cost", 2), 0, 15)});
  }

  std::vector<Filed>* drawer(const std::string& action) {
    if (action == "acknowledge") return &log.acknowledged;
    if (action == "triage") return &log.triaged;
    if (action == "notice") return &log.notices;
    if (action == "ticket") return &log.tickets;
    if (action == "escalate") return &log.escalations;
    if (action == "desk") return &log.desk;
    if (action == "claim") return &log.claims;
    if (action == "report_orders") return &log.reports;
    return action == "review" ? &log.reviews : nullptr;
  }

  int named(const events::Action& action) const {
    std::string name = text_in(action.body, "incident");
    for (std::size_t i = 0; i < log.incidents.size(); ++i)
      if (log.incidents[i].id == name) return static_cast<int>(i);
    return -1;
  }

  /// The number of incidents means "the next one".
  int incident_of(const events::Action& action) const {
    int chosen = named(action);
    if (chosen >= 0) return chosen;
    int count = static_cast<int>(std::ssize(log.incidents));
    for (int i = count; i-- > 0;)
      if (log.incidents[static_cast<std::size_t>(i)].closed == kNever) return i;
    bool for_the_next = action.action == "grade" || action.action == "locate" || count == 0;
    return for_the_next ? count : count - 1;
  }

  void declare(Instant t, const events::Action& action) {
    int known = named(action);
    if (known < 0) {
      log.incidents.emplace_back();
      Incident& fresh = log.incidents.back();
      fresh.id = "INC-" + std::to_string(log.incidents.size());
      fresh.at = t;
      fresh.actor = action.actor;
      fresh.title = text_in(action.body, "title");
      known = static_cast<int>(std::ssize(log.incidents)) - 1;
    }
    Incident& incident = log.incidents[static_cast<std::size_t>(known)];
    append(incident.suspects, texts_in(action.body, "suspects"));
    append(incident.symptoms, texts_in(action.body, "symptom"));
    append(incident.functions, texts_in(action.body, "functions"));
    for (const Filed& filed : waiting_)
      if (filed.incident == known) apply(t, filed, incident);
    std::erase_if(waiting_, [&](const Filed& filed) { return filed.incident == known; });
  }

  static void append(std::vector<std::string>& to, const std::vector<std::string>& from) {
    to.insert(to.end(), from.begin(), from.end());
  }

  /// `t` is from when it counts, `filed.t` when it was received.
  static void apply(Instant t, const Filed& filed, Incident& to) {
    const events::Action& action = filed.action;
    if (action.action == "grade") grade(t, filed, to);
    if (action.action == "locate") locate(t, filed, to);
    if (action.action == "close" && to.closed == kNever) {
      to.closed = t;
      to.reason = says(action.body, "reason") ? canonical(action.body.at("reason")) : "";
    }
    if (action.action == "review" && has_owned_action(action.body))
      to.reviewed = std::min(to.reviewed, t);
  }

  static void grade(Instant t, const Filed& filed, Incident& to) {
    std::int64_t level = integer_in(filed.action.body, "level", 0);
    if (level < 1 || level > 3) return;
    to.given.push_back({t, static_cast<int>(level)});
    to.given_received.push_back(filed.t);
  }

  static void locate(Instant t, const Filed& filed, Incident& to) {
    const events::Action& action = filed.action;
    LocationAttempt attempt;
    attempt.at = t;
    attempt.actor = action.actor;
    attempt.incident = to.id;
    attempt.components = texts_in(action.body, "components");
    append(attempt.components, texts_in(action.body, "component"));
    attempt.kind = text_in(action.body, "kind");
    attempt.party = text_in(action.body, "party");
    to.locations.push_back(std::move(attempt));
    to.located_received.push_back(filed.t);
    to.findings.push_back(action.findings);
    to.evidence.push_back(texts_in(action.body, "evidence"));
  }

  static bool has_owned_action(const json::object& body) {
    const json::value* actions = body.if_contains("actions");
    if (actions == nullptr || !actions->is_array()) return false;
    return std::any_of(actions->get_array().begin(), actions->get_array().end(),
                       [](const json::value& action) {
                         return action.is_object() && says(action.get_object(), "owner");
                       });
  }

  std::vector<Filed> waiting_;  ///< For an incident that is not open yet.
  int tickets_ = 0;
};

}  // namespace

TeamLog read_team(const Trail& trail) {
  Clerk clerk;
  for (const auto& [t, action] : trail.actions) clerk.take(t, action);
  clerk.finish();
  return std::move(clerk.log);
}

Instant first_hint(const TeamLog& log) { return log.hints.empty() ? kNever : log.hints.front().t; }

}  // namespace mayday
