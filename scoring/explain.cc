#include "explain.h"

#include <algorithm>

#include "parts.h"

namespace mayday {
namespace {

const LevelTable& table_at(const FaultTimeline& fault, const Profile& profile, Instant at) {
  return table(profile, level_at(fault.truth, std::min(at, fault.end)));
}

Text by(std::string zh, std::string en, Instant at) {
  return {std::move(zh) + "（不晚于 " + to_clock(at) + "）", std::move(en) + " by " + to_clock(at)};
}

Explanation about(const FaultTimeline& fault, Instant at, std::string event) {
  if (at == kNever) event.clear();
  return {at, std::move(event), {}, fault};
}

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

/// Where the best location stands; the number of them when there is none.
std::size_t best_location(const FaultTimeline& fault, const Profile& profile) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < fault.locations.size(); ++i)
    if (location_value(fault, profile, i) > location_value(fault, profile, best)) best = i;
  return best;
}

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

Explanation mitigated_sooner(const FaultTimeline& fault, const Profile& profile) {
  Instant served = std::min(fault.mitigated, fault.bypassed);
  Explanation why = about(fault, served, "journey");
  Instant target = fault.symptom + table_at(fault, profile, fault.symptom).mitigate.target;
  why.better.mitigated = std::min(fault.mitigated, target);
  why.better.self_healed = false;
  why.instead = by("用户恢复可用", "serve users again", target);
  return why;
}

Explanation recovered_sooner(const FaultTimeline& fault, const Profile& profile) {
  Explanation why = about(fault, fault.recovered, "journey");
  Instant target = fault.symptom + table_at(fault, profile, fault.symptom).recover.target;
  why.better.recovered = std::min(fault.recovered, target);
  why.better.mitigated = std::min(fault.mitigated, why.better.recovered);
  why.better.self_healed = false;
  why.instead = by("完全恢复", "recover wholly", target);
  return why;
}

Explanation no_relapse(const FaultTimeline& fault, const Profile&) {
  Explanation why = about(fault, fault.relapsed, "journey");
  why.better.flaps = 0;
  why.instead = {"不再复发", "no relapse"};
  return why;
}

Explanation verified_sooner(const FaultTimeline& fault, const Profile& profile) {
  Explanation why = about(fault, fault.verified, "regression");
  Instant target = fault.recovered == kNever
                       ? kNever
                       : fault.recovered + table_at(fault, profile, fault.recovered).verify.target;
  why.better.verified = std::min(fault.verified, target);
  why.instead = target == kNever ? Text{"恢复后跑回归", "run the regression after recovery"}
                                 : by("跑完回归", "a green regression", target);
  return why;
}

constexpr const char* kElements[] = {"impact", "since",   "measures",    "workaround",
                                     "next",   "contact", "compensation"};

NoticeCheck whole_notice(Instant at) {
  NoticeCheck notice;
  notice.at = at;
  notice.elements.assign(std::begin(kElements), std::end(kElements));
  notice.channels = {"mail", "announcement", "oa"};
  notice.audience = "affected";
  notice.counts = true;
  return notice;
}

void add_notice(FaultTimeline& fault, NoticeCheck notice) {
  auto later = std::find_if(fault.notices.begin(), fault.notices.end(),
                            [&](const NoticeCheck& n) { return n.at > notice.at; });
  fault.notices.insert(later, std::move(notice));
}

Explanation told_sooner(const FaultTimeline& fault, const Profile& profile) {
  Explanation why = about(fault, first_notice(fault), "action notice");
  Instant target = fault.symptom + table_at(fault, profile, fault.symptom).notice.target;
  if (target < why.at) add_notice(why.better, whole_notice(target));
  why.instead = by("发出写明影响与措施的通知", "a notice with impact and measures", target);
  return why;
}

/// Fills every silence that was too long.
Explanation told_steadily(const FaultTimeline& fault, const Profile& profile) {
  Explanation why = about(fault, first_notice(fault), "action notice");
  Instant until = recovered_or_end(fault);
  Instant last = why.at;
  if (last == kNever) return told_sooner(fault, profile);
  Duration longest{0};
  auto fill = [&](Instant next) {
    Duration gap = table_at(fault, profile, last).gap;
    if (next - last > std::max(gap, longest)) longest = next - last, why.at = last;
    for (Instant at = last + gap; gap > 0s && at < next; at = at + gap)
      add_notice(why.better, whole_notice(at));
    last = next;
  };
  for (const NoticeCheck& notice : fault.notices)
    if (notice.counts && notice.at > last && notice.at <= until) fill(notice.at);
  if (until > last) fill(until);
  std::string gap = to_text(table_at(fault, profile, why.at).gap);
  why.instead = {"此后每 " + gap + " 通知一次", "a further notice every " + gap + " from then on"};
  return why;
}

Explanation estimated_better(const FaultTimeline& fault, const Profile&) {
  Explanation why = about(fault, kNever, "action notice");
  Instant served = mitigated_or_end(fault);
  for (const NoticeCheck& notice : fault.notices)
    if (notice.eta != kNever && notice.at <= served) why.at = notice.at;
  if (why.at != kNever) why.event = "action notice";
  for (NoticeCheck& notice : why.better.notices)
    if (notice.at <= served) notice.eta = served;
  why.instead = {"给出接近实际的预计时间：" + to_clock(served),
                 "an estimate near what came true, " + to_clock(served)};
  return why;
}

Explanation told_wholly(const FaultTimeline& fault, const Profile&) {
  Explanation why = about(fault, kNever, "");
  if (why.better.notices.empty()) add_notice(why.better, whole_notice(fault.symptom));
  NoticeCheck& last = why.better.notices.back();
  last.elements.assign(std::begin(kElements), std::end(kElements));
  why.instead = {"通知写全七项内容", "notices that hold all seven elements"};
  return why;
}

Explanation told_everywhere(const FaultTimeline& fault, const Profile&) {
  Explanation why = about(fault, kNever, "");
  for (NoticeCheck& notice : why.better.notices) {
    notice.channels = {"mail", "announcement", "oa"};
    notice.audience = "affected";
  }
  if (why.better.notices.empty()) add_notice(why.better, whole_notice(fault.symptom));
  why.instead = {"邮件、公告、OA 都发给受影响的人",
                 "mail, announcement and OA to all who are affected"};
  return why;
}

Explanation told_truly(const FaultTimeline& fault, const Profile&) {
  Explanation why = about(fault, kNever, "");
  for (NoticeCheck& notice : why.better.notices) {
    if (!notice.premature) continue;
    if (why.at == kNever) why.at = notice.at, why.event = "action notice";
    notice.premature = false;
  }
  why.instead = {"等指标恢复后再宣布", "announce recovery once the indicator is good"};
  return why;
}

Explanation vendor_sooner(const FaultTimeline& fault, const Profile& profile) {
  Explanation why = about(fault, fault.vendor_ticket, "action ticket");
  Instant target = fault.declared + table_at(fault, profile, fault.declared).vendor.target;
  why.better.vendor_ticket = std::min(fault.vendor_ticket, target);
  why.instead = by("给厂商提工单", "a ticket to the vendor", target);
  return why;
}

/// Evidence opens what the rest of the dimension is worth, so a ticket is thought of too.
Explanation vendor_better(const FaultTimeline& fault, const Profile& profile,
                          const std::string& part) {
  Explanation why = fault.vendor_ticket == kNever
                        ? vendor_sooner(fault, profile)
                        : about(fault, fault.vendor_ticket, "action ticket");
  VendorFacts& vendor = why.better.vendor;
  vendor.evidence = part == "evidence" ? 6 : std::max<std::int64_t>(1, vendor.evidence);
  if (part == "evidence") {
    why.instead = {"首张工单附全六项有效证据", "all six items, valid, in the first ticket"};
  } else if (part == "sla") {
    vendor.clock_recorded = true;
    vendor.escalated = true;
    why.at = kNever, why.event = "";
    why.instead = {"记录厂商时限，超时后十分钟内升级",
                   "keep the vendor's clock; escalate within ten minutes of a breach"};
  } else {
    vendor.relayed = vendor.updates;
    why.at = kNever, why.event = "";
    why.instead = {"十五分钟内转达厂商每次进展",
                   "pass on each of the vendor's words within fifteen minutes"};
  }
  return why;
}

Explanation books_better(const FaultTimeline& fault, const Profile&, const std::string& part) {
  Explanation why = about(fault, fault.end, "books");
  BooksCheck& books = why.better.books;
  if (part == "integrity") {
    books.lost = books.duplicates = books.duplicate_payments = books.mismatches = books.stuck = 0;
    why.instead = {"结束前修复全部差异", "every difference repaired before the close"};
  } else {
    books.f1 = kOne;
    why = {books.reported.empty() ? kNever : fault.end,
           books.reported.empty() ? "" : "action report_orders",
           {"对账并如实上报问题订单", "reconcile and report exactly the bad orders"},
           why.better};
  }
  return why;
}

using Plain = Explanation (*)(const FaultTimeline&, const Profile&);

struct Row {
  std::string_view dimension;
  std::string_view part;
  Plain explain;
};

constexpr Row kRows[] = {{"d1", "time", seen_sooner},         {"d1", "source", seen_by_alert},
                         {"d2", "grading", graded_right},     {"d2", "declare", declared_sooner},
                         {"d2", "grade", graded_sooner},      {"d4", "mitigate", mitigated_sooner},
                         {"d4", "recover", recovered_sooner}, {"d4", "relapse", no_relapse},
                         {"d4", "verify", verified_sooner},   {"d5", "first", told_sooner},
                         {"d5", "cadence", told_steadily},    {"d5", "eta", estimated_better},
                         {"d5", "content", told_wholly},      {"d5", "reach", told_everywhere},
                         {"d5", "honesty", told_truly},       {"d6", "vendor", vendor_sooner}};

}  // namespace

Explanation explain(const FaultTimeline& fault, const Profile& profile,
                    const std::string& dimension, const std::string& part) {
  if (fault.symptom == kNever)
    return {kNever, "", {"故障从未生效", "the fault never bit; there was nothing to do"}, fault};
  if (part == "handled") return taken_up(fault, profile);
  if (dimension == "d3") return located_better(fault, profile, part);
  for (const Row& row : kRows)
    if (row.dimension == dimension && row.part == part) return row.explain(fault, profile);
  if (dimension == "d6") return vendor_better(fault, profile, part);
  return books_better(fault, profile, part);
}

}  // namespace mayday
