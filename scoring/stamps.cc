#include "mayday/scoring/stamps.h"

#include <algorithm>

namespace mayday {
namespace {

Detection first_alert(const FaultTimeline& fault) {
  for (const Detection& detection : fault.detections)
    if (detection.source == "alert") return detection;
  return {};
}

Instant first_location(const FaultTimeline& fault) {
  return fault.locations.empty() ? kNever : fault.locations.front().at;
}

Instant first_grade(const FaultTimeline& fault) {
  return fault.given.empty() ? kNever : std::max(fault.given.front().at, fault.declared);
}

std::vector<Stamp> beginnings(const FaultTimeline& fault) {
  Detection seen = first_detection(fault);
  return {
      {"t_arm", fault.arm, "known", "engine", {"故障启动", "fault armed"}},
      {"t_on", fault.onset, "measured", "first bite", {"故障生效", "fault onset"}},
      {"t_sym",
       fault.symptom,
       "measured",
       fault.silent ? "scenario" : "journeys",
       {"首个可见症状", "first observable symptom"}},
      {"t_alert",
       first_alert(fault).at,
       "measured",
       first_alert(fault).what,
       {"首个告警", "first alert"}},
      {"t_det", seen.at, "measured", seen.what, {"发现", "detected"}},
      {"t_ack", fault.acknowledged, "declared", "action", {"首次确认", "acknowledged"}},
      {"t_dec", fault.declared, "declared", "action", {"上报", "declared"}},
      {"t_grade", first_grade(fault), "declared", "action", {"首次定级", "first grade"}},
      {"t_loc", first_location(fault), "declared", "action", {"首次定位", "first location"}},
      {"t_ven", fault.vendor_ticket, "measured", "ticket", {"联系厂商", "vendor called in"}},
      {"t_vack", fault.vendor_reply, "measured", "vendor", {"厂商回复", "vendor's reply"}},
      {"t_usr", first_notice(fault), "measured", "notice", {"首次用户通知", "first user notice"}}};
}

std::vector<Stamp> endings(const FaultTimeline& fault, const std::string& ended_by) {
  return {
      {"t_byp", fault.bypassed, "measured", "journeys", {"绕行生效", "workaround works"}},
      {"t_mit", fault.mitigated, "measured", "journeys", {"缓解", "mitigated"}},
      {"t_rec",
       fault.recovered,
       "measured",
       fault.silent ? "reconciliation" : "journeys",
       {"恢复", "recovered"}},
      {"t_clean", fault.clean, "measured", "reconciliation", {"数据核清", "data clean"}},
      {"t_fix", fault.fixed, "known", ended_by, {"根因消除", "cause removed"}},
      {"t_ver", fault.verified, "measured", "regression", {"验证通过", "verified"}},
      {"t_close", fault.closed, "declared", "action", {"关闭", "closed"}},
      {"t_rev", fault.reviewed, "declared", "action", {"复盘", "reviewed"}},
      {"d_mit", fault.claimed_mitigated, "declared", "claim", {"宣布缓解", "claimed mitigated"}},
      {"d_rec", fault.claimed_recovered, "declared", "claim", {"宣布恢复", "claimed recovered"}}};
}

}  // namespace

std::vector<Stamp> stamps_of(const FaultTimeline& fault, const std::string& ended_by) {
  std::vector<Stamp> stamps = beginnings(fault);
  for (Stamp& stamp : endings(fault, ended_by)) stamps.push_back(std::move(stamp));
  return stamps;
}

std::vector<Phase> phases_of(const FaultTimeline& fault) {
  Instant detected = first_detection(fault).at;
  const Phase all[] = {{"detect", fault.symptom, detected},
                       {"declare", detected, fault.declared},
                       {"locate", fault.declared, first_location(fault)},
                       {"mitigate", fault.declared, fault.mitigated},
                       {"recover", fault.mitigated, fault.recovered},
                       {"verify", fault.recovered, fault.verified}};
  std::vector<Phase> begun;
  for (const Phase& phase : all)
    if (phase.from != kNever) begun.push_back(phase);
  return begun;
}

}  // namespace mayday
