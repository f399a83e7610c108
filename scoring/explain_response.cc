#include <algorithm>

#include "explain_parts.h"
#include "parts.h"

namespace mayday {
namespace {

/// The claim that counts for D1; nullptr when there is none.
Detection* best_claim(FaultTimeline& fault, const Profile& profile) {
  Detection* best = nullptr;
  Ppm value = -1;
  for (Detection& claim : fault.detections) {
    FaultTimeline only = fault;
    only.detections = {claim};
    Ppm worth = detection(only, profile).value;
    if (worth <= value) continue;
    value = worth;
    best = &claim;
  }
  return best;
}

}  // namespace

Explanation seen_sooner(const FaultTimeline& fault, const Profile& profile) {
  Explanation why = about(fault, kNever, "");
  Instant target = fault.symptom + table_at(fault, profile, fault.symptom).detect.target;
  Detection* claim = best_claim(why.better, profile);
  if (claim == nullptr)
    why.better.detections = {{target, "alert", false, "alert"}};
  else
    why.at = claim->at, why.event = claim->what, claim->at = std::min(claim->at, target);
  why.instead = by("由告警发现", "an alert sees it", target);
  return why;
}

Explanation seen_by_alert(const FaultTimeline& fault, const Profile& profile) {
  Explanation why = about(fault, kNever, "");
  if (Detection* claim = best_claim(why.better, profile)) {
    why.at = claim->at;
    why.event = claim->what;
    claim->source = "alert";
    claim->hinted = false;
  }
  why.instead = {"由告警而非" + why.event + "首先发现", "an alert sees it, not " + why.event};
  return why;
}

/// An incident as soon as somebody saw it; nothing else is made up.
Explanation taken_up(const FaultTimeline& fault, const Profile&) {
  Explanation why = about(fault, kNever, "");
  why.better.handled = why.better.noticed = true;
  why.better.declared = first_detection(fault).at;
  why.instead = {"确认告警并立事件", "acknowledge it and open an incident"};
  return why;
}

Explanation graded_right(const FaultTimeline& fault, const Profile&) {
  Instant first = fault.given.empty() ? fault.declared : fault.given.front().at;
  Explanation why = about(fault, kNever, "");
  for (const LevelAt& step : fault.given)
    if (why.at == kNever && step.level != level_at(fault.truth, step.at))
      why.at = step.at, why.event = "action grade";
  int level = level_at(fault.truth, std::min(first, fault.end));
  why.better.given = {{first, level}};
  for (const LevelAt& step : fault.truth)
    if (step.at > first) why.better.given.push_back(step);
  std::string n = std::to_string(level);
  why.instead = {"当时定为 " + n + " 级，并随范围调整",
                 "grade " + n + " then, and again as it grows"};
  return why;
}

Explanation declared_sooner(const FaultTimeline& fault, const Profile& profile) {
  Explanation why = about(fault, fault.declared, "action declare");
  Instant seen = first_detection(fault).at;
  if (seen == kNever) seen = fault.symptom;
  Instant target = seen + table_at(fault, profile, seen).declare.target;
  why.better.declared = std::min(fault.declared, target);
  why.instead = by("立事件", "open the incident", target);
  return why;
}

Explanation graded_sooner(const FaultTimeline& fault, const Profile& profile) {
  Explanation why =
      about(fault, fault.given.empty() ? kNever : fault.given.front().at, "action grade");
  Instant target = fault.declared + table_at(fault, profile, fault.declared).grade.target;
  if (fault.given.empty())
    why.better.given = {{target, level_at(fault.truth, target)}};
  else
    why.better.given.front().at = std::min(fault.given.front().at, target);
  why.instead = by("定级", "grade it", target);
  return why;
}

namespace {

/// Where the best location stands; the number of them when there is none.
std::size_t best_location(const FaultTimeline& fault, const Profile& profile) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < fault.locations.size(); ++i)
    if (location_value(fault, profile, i) > location_value(fault, profile, best)) best = i;
  return best;
}

}  // namespace

Explanation located_better(const FaultTimeline& fault, const Profile& profile,
                           const std::string& part) {
  std::size_t best = best_location(fault, profile);
  Instant target = fault.symptom + table_at(fault, profile, fault.symptom).locate.target;
  Explanation why = about(fault, kNever, "");
  std::vector<LocationAttempt>& all = why.better.locations;
  if (all.empty()) {
    all.emplace_back();
    all.front().at = std::max(fault.declared, target);
    all.front().quality = kOne;
    all.front().evidence = true;
    why.instead = by("附证据定位", "say where it is, with evidence", all.front().at);
    return why;
  }
  LocationAttempt& attempt = all[best];
  why.at = attempt.at;
  why.event = "action locate";
  if (part == "quality") {
    attempt.quality = kOne;
    attempt.evidence = true;
    why.instead = {"部件、类型、责任方正确并附有效证据",
                   "the right component, kind and party, with valid evidence"};
  } else if (part == "time") {
    attempt.at = std::min(attempt.at, std::max(target, fault.declared));
    why.instead = by("定位", "say where it is", attempt.at);
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
  } else {
    why.at = all.front().at;
    all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(best));
    why.instead = {"不提交之前的错误定位", "leave out the wrong answers before it"};
  }
  return why;
}

}  // namespace mayday
