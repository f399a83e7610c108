#include <algorithm>

#include "parts.h"

namespace mayday {
namespace {

constexpr std::string_view kElements[] = {"impact", "since",   "measures",    "workaround",
                                          "next",   "contact", "compensation"};
constexpr std::string_view kRequired[] = {"mail", "announcement", "oa"};
constexpr Ppm kBroadcastAtThree = 700'000;
constexpr Ppm kDishonest = 700'000;

bool has(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Silence longer than the level allows, from notice to notice and to recovery.
Ppm cadence(const FaultTimeline& fault, const Profile& profile) {
  Instant until = recovered_or_end(fault);
  Instant last = kNever;
  Ppm value = kOne;
  auto close_gap = [&](Instant at) {
    Duration allowed = table(profile, level_at(fault.truth, last)).gap;
    Duration over = std::max(Duration{0}, (at - last) - allowed);
    value -= rounded(over / 1ms * kOne, 2 * (allowed / 1ms));
  };
  for (const NoticeCheck& notice : fault.notices) {
    if (!notice.counts || notice.at > until) continue;
    if (last != kNever) close_gap(notice.at);
    last = notice.at;
  }
  if (last == kNever) return 0;
  close_gap(until);
  return std::max<Ppm>(0, value);
}

/// Notices with an estimate, issued no later than mitigation.
std::vector<const NoticeCheck*> estimates_before(const FaultTimeline& fault) {
  std::vector<const NoticeCheck*> found;
  for (const NoticeCheck& notice : fault.notices)
    if (notice.eta != kNever && notice.at <= mitigated_or_end(fault)) found.push_back(&notice);
  return found;
}

Ppm estimate_accuracy(const FaultTimeline& fault, const Profile& profile,
                      const NoticeCheck& given) {
  if (fault.mitigated == kNever) return 0;
  Duration error =
      given.eta < fault.mitigated ? fault.mitigated - given.eta : given.eta - fault.mitigated;
  Duration scale = std::max(profile.slacks.eta_floor, fault.mitigated - given.at);
  if (error >= scale) return 0;
  return kOne - rounded(error / 1ms * kOne, scale / 1ms);
}

/// How right users were told, over all the time in which they had an estimate: whoever says "in a
/// minute" every minute is right at last, and was wrong all along.
Ppm accuracy_over_time(const FaultTimeline& fault, const Profile& profile,
                       const std::vector<const NoticeCheck*>& given) {
  Instant until = mitigated_or_end(fault);
  std::int64_t stood = (until - given.front()->at) / 1ms;
  if (stood == 0) return estimate_accuracy(fault, profile, *given.back());
  std::int64_t right = 0;
  for (std::size_t i = 0; i < given.size(); ++i) {
    Instant replaced = i + 1 < given.size() ? given[i + 1]->at : until;
    right += estimate_accuracy(fault, profile, *given[i]) * ((replaced - given[i]->at) / 1ms);
  }
  return rounded(right, stood);
}

Instant next_word(const FaultTimeline& fault, std::size_t after) {
  for (std::size_t i = after + 1; i < fault.notices.size(); ++i)
    if (fault.notices[i].counts) return fault.notices[i].at;
  return kNever;
}

/// True when no estimate ran out before mitigation with nobody saying a word for too long. A notice
/// without impact and measures is no word.
bool estimates_kept(const FaultTimeline& fault, const Profile& profile) {
  Instant served = mitigated_or_end(fault);
  for (std::size_t i = 0; i < fault.notices.size(); ++i) {
    Instant eta = fault.notices[i].eta;
    if (eta >= served) continue;
    if (std::min(next_word(fault, i), served) > eta + profile.slacks.eta) return false;
  }
  return true;
}

Ppm estimate(const FaultTimeline& fault, const Profile& profile) {
  std::vector<const NoticeCheck*> given = estimates_before(fault);
  if (given.empty()) return 0;
  return 400'000 + times(400'000, accuracy_over_time(fault, profile, given)) +
         (estimates_kept(fault, profile) ? 200'000 : 0);
}

std::vector<std::string> missing_elements(const FaultTimeline& fault) {
  std::vector<std::string> missing;
  for (std::string_view element : kElements) {
    auto names = [&](const NoticeCheck& notice) { return has(notice.elements, element); };
    if (std::none_of(fault.notices.begin(), fault.notices.end(), names))
      missing.emplace_back(element);
  }
  return missing;
}

/// Everybody who must know; an audience of a name of its own is taken for half of them.
Ppm audience_covered(const NoticeCheck& notice, int level) {
  if (notice.audience == "all") return level == 3 ? kBroadcastAtThree : kOne;
  return notice.audience == "affected" || notice.audience.empty() ? kOne : kOne / 2;
}

/// Channels used while it mattered, times the best audience they reached.
Ppm reach(const FaultTimeline& fault) {
  Ppm audience = 0;
  bool broadcast_at_three = false;
  std::vector<std::string> used;
  for (const NoticeCheck& notice : fault.notices) {
    if (!notice.counts || notice.at > recovered_or_end(fault)) continue;
    int level = level_at(fault.truth, notice.at);
    audience = std::max(audience, audience_covered(notice, level));
    broadcast_at_three = broadcast_at_three || (level == 3 && notice.audience == "all");
    used.insert(used.end(), notice.channels.begin(), notice.channels.end());
  }
  if (broadcast_at_three) audience = std::min(audience, kBroadcastAtThree);
  auto hit = std::count_if(std::begin(kRequired), std::end(kRequired),
                           [&](std::string_view channel) { return has(used, channel); });
  return times(share(hit, std::ssize(kRequired)), audience);
}

bool claimed_too_early(const FaultTimeline& fault) {
  return std::any_of(fault.notices.begin(), fault.notices.end(), [](const NoticeCheck& notice) {
    return notice.recovered && notice.premature;
  });
}

Text content_note(const std::vector<std::string>& missing) {
  if (missing.empty()) return {"七项内容齐全", "all seven elements were there"};
  std::string list;
  for (const std::string& element : missing) list += (list.empty() ? "" : ", ") + element;
  return {"缺少：" + list, "missing: " + list};
}

}  // namespace

Dimension communication(const FaultTimeline& fault, const Profile& profile) {
  Dimension result = new_dimension("d5", {"沟通", "Communication"});
  Instant first = first_notice(fault);
  Span limits = table(profile, level_at(fault.truth, std::min(first, fault.end))).notice;
  Duration waited = between(fault.symptom, first);
  add_part(result, "first", 250'000, time_curve(waited, limits),
           with("首次通知用时 ", "first notice after ", spoken(waited)));
  add_part(result, "cadence", 200'000, cadence(fault, profile),
           {"通知间隔", "gaps between notices"});
  add_part(result, "eta", 200'000, estimate(fault, profile),
           {"预计恢复时间", "estimate of recovery"});
  std::vector<std::string> missing = missing_elements(fault);
  add_part(result, "content", 200'000, share(7 - std::ssize(missing), 7), content_note(missing));
  add_part(result, "reach", 150'000, reach(fault),
           {"必需渠道与受众", "required channels and audience"});
  if (claimed_too_early(fault)) {
    Ppm loss = result.value - times(result.value, kDishonest);
    add_factor(result, "honesty", kDishonest, loss,
               {"指标未好转时宣布恢复", "recovery was announced while users still suffered"});
    result.value -= loss;
  }
  return result;
}

}  // namespace mayday
