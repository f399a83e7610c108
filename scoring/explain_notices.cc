#include <algorithm>

#include "explain_parts.h"
#include "parts.h"

namespace mayday {
namespace {

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

}  // namespace

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

}  // namespace mayday
