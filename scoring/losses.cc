#include "mayday/scoring/losses.h"

#include <algorithm>

#include "explain.h"

namespace mayday {
namespace {

struct Advice {
  std::string_view dimension;
  std::string_view part;
  std::string_view zh;
  std::string_view en;
};

constexpr Advice kAdvice[] = {
    {"d1", "time", "按业务结果告警，缩短告警窗口",
     "alert on business results, over a shorter window"},
    {"d1", "source", "让告警先于用户投诉", "let an alert see it before travellers complain"},
    {"d1", "handled", "值班人员确认每一条告警", "acknowledge every alert that pages"},
    {"d2", "grading", "按受影响人数与核心功能定级，范围扩大后五分钟内重新定级",
     "grade by people and core functions hit, and grade again within five minutes when it grows"},
    {"d2", "declare", "发现后立即立事件，不等原因", "open an incident at once; the cause can wait"},
    {"d2", "grade", "立事件时就给出初步级别", "give a first level together with the incident"},
    {"d3", "quality", "同时给出部件、类型、责任方和失败请求编号",
     "name component, kind and party, with ids of failing requests"},
    {"d3", "time", "先看各厂商调用的失败率", "look at each vendor's failing calls first"},
    {"d3", "order", "有证据后再提交定位", "wait for evidence before you say where"},
    {"d4", "mitigate", "先止血：绕行或回滚", "stop the harm first: bypass or roll back"},
    {"d4", "recover", "处理积压，恢复正常路径", "clear the backlog and return to the normal path"},
    {"d4", "relapse", "分批恢复并观察", "recover in steps and watch each one"},
    {"d4", "verify", "恢复后立即跑回归", "run the regression as soon as it has recovered"},
    {"d5", "first", "首个通知只需写明影响与措施",
     "a first notice needs only the impact and what is being done"},
    {"d5", "cadence", "按固定间隔通知，没有进展也要说",
     "speak at a fixed interval, also when nothing is new"},
    {"d5", "eta", "给出预计时间，到期前更新", "give an estimate and renew it before it runs out"},
    {"d5", "content", "使用通知模板，七项写全", "use a template with all seven elements"},
    {"d5", "reach", "邮件、公告与 OA 都要发，范围与级别相符",
     "use mail, announcement and OA, and an audience that fits the level"},
    {"d5", "honesty", "验证后再宣布恢复", "verify before you announce recovery"},
    {"d6", "vendor", "立事件后马上提工单", "send the ticket right after opening the incident"},
    {"d6", "evidence", "工单写全六项证据", "put all six items of evidence into the first ticket"},
    {"d6", "sla", "厂商超时后十分钟内升级", "escalate within ten minutes after the vendor is late"},
    {"d6", "relay", "十五分钟内转达厂商进展",
     "pass on what the vendor says within fifteen minutes"},
    {"d7", "integrity", "恢复后对账并修复", "reconcile and repair after recovery"},
    {"d7", "reported", "对账并上报问题订单清单", "reconcile and report the list of bad orders"},
    {"cap", "missed-l1", "每个故障都要有人立事件并处置",
     "open an incident for every fault, and act"},
    {"cap", "missed-l2", "每个故障都要有人立事件并处置",
     "open an incident for every fault, and act"},
    {"cap", "open-books", "结束前修复丢失订单与重复支付",
     "repair lost orders and double payments before the close"},
    {"premature-claim", "", "以监测为准再宣布", "let the measurements speak before you do"},
    {"false-alarm", "", "收紧告警条件", "tighten the alert's condition"},
    {"hint", "", "先查手册", "look into the runbook first"},
    {"no-fault", "look", "尽快查看每一条告警", "look at every alert soon"},
    {"no-fault", "notice", "先看厂商公告", "read the vendor's notice first"},
    {"no-fault", "reason", "关闭时写明原因", "close with a reason"},
    {"no-fault", "alarm", "先核实影响再立事件", "check for harm before you open an incident"}};

constexpr std::int64_t kEach = 200;  ///< What one false alarm or premature claim costs.

std::int64_t omegas(const Total& total) {
  std::int64_t sum = 0;
  for (const FaultTotal& fault : total.faults) sum += fault.omega;
  return std::max<std::int64_t>(1, sum);
}

/// A part's share of what is lost, in whatever unit: only the ratios count.
std::int64_t stake(const Dimension& dimension, const Part& part, std::int64_t omega) {
  return dimension.weight * part.loss * omega;
}

/// Hands out `whole` by stakes, in whole units; what is left over goes to the largest fractions,
/// the earlier first.
void apportion(std::int64_t whole, std::vector<std::pair<Part*, std::int64_t>>& parts) {
  std::int64_t stakes = 0;
  for (const auto& [part, staked] : parts) stakes += staked;
  if (stakes == 0) return;
  // A hundred parts at the most, each below 10^13: the products stay below 2^63.
  std::int64_t left = whole;
  for (auto& [part, staked] : parts) {
    part->points = whole * staked / stakes;
    left -= part->points;
    staked = whole * staked % stakes;
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  for (std::size_t i = 0; left > 0; ++i, --left) ++parts[i].first->points;
}

/// A charge among the losses. It never takes more than is left of the score.
void charge(std::string name, std::int64_t points, const Charge& of, const Text& note,
            std::int64_t& left, std::vector<Loss>& to) {
  points = std::min(points, left);
  if (points <= 0) return;
  left -= points;
  Loss loss{points, name, "", "", {note.zh + "：" + of.what, of.what + ": " + note.en}, {}};
  loss.better = loss.instead = advice(name, "");
  loss.at = of.at;
  loss.event = of.what;
  loss.gain = points;
  to.push_back(std::move(loss));
}

/// The charges behind a penalty, in order of time, the free ones left out.
std::vector<std::pair<Charge, std::int64_t>> charges(const Penalty& penalty,
                                                     const DrillFacts& facts) {
  std::vector<std::pair<Charge, std::int64_t>> all;
  if (penalty.name == "hints")
    for (const HintTaken& hint : facts.hints)
      all.push_back({{"action hint", hint.at}, 100 * hint.cost});
  if (penalty.name == "false-alarms")
    for (const Charge& alarm : facts.false_alarms) all.push_back({alarm, kEach});
  if (penalty.name == "premature-claims")
    for (const Charge& claim : facts.premature) all.push_back({claim, kEach});
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.first.at < b.first.at; });
  if (penalty.name == "false-alarms") {
    auto free = std::min<std::int64_t>(std::ssize(all), free_alarms(facts));
    all.erase(all.begin(), all.begin() + free);
  }
  return all;
}

void add_penalties(const Total& total, const DrillFacts& facts, std::int64_t& left,
                   std::vector<Loss>& to) {
  for (const Penalty& penalty : total.penalties) {
    std::int64_t most = penalty.points;
    for (const auto& [of, points] : charges(penalty, facts)) {
      std::int64_t taken = std::min(points, most);
      most -= taken;
      charge(penalty.name.substr(0, penalty.name.size() - 1), taken, of, penalty.note, left, to);
    }
  }
}

/// The tightest cap is the one that took what is missing.
void add_cap(const Total& total, const DrillFacts& facts, std::int64_t left,
             std::vector<Loss>& to) {
  auto tightest = std::min_element(total.caps.begin(), total.caps.end(),
                                   [](const Cap& a, const Cap& b) { return a.limit < b.limit; });
  if (tightest == total.caps.end() || left <= total.score) return;
  Loss loss{left - total.score,           "cap", tightest->name, "", tightest->why,
            advice("cap", tightest->name)};
  loss.instead = loss.better;
  loss.gain = loss.points;
  if (tightest->name == "open-books") {
    loss.at = facts.faults.front().end;
    loss.event = "books";
  }
  to.push_back(std::move(loss));
}

/// What a better course of one fault would have added to the raw score.
std::int64_t gain_of(const FaultTimeline& better, const FaultTotal& fault, std::int64_t whole,
                     const Profile& profile) {
  Ppm more = std::max<Ppm>(0, fault_score(better, profile) - fault.score);
  return rounded(hundredths(more, 10'000) * fault.omega, whole);
}

void add_parts(const FaultTotal& fault, const FaultTimeline& line, std::int64_t whole,
               const Profile& profile, std::vector<Loss>& to) {
  for (const Dimension& dimension : fault.dimensions)
    for (const Part& part : dimension.parts) {
      if (part.points <= 0) continue;
      Explanation why = explain(line, profile, dimension.id, part.name);
      to.push_back({part.points, dimension.id, part.name, line.id, part.note,
                    advice(dimension.id, part.name), why.at, std::move(why.event),
                    std::move(why.instead), gain_of(why.better, fault, whole, profile)});
    }
}

}  // namespace

Text advice(const std::string& dimension, const std::string& part) {
  for (const Advice& row : kAdvice)
    if (row.dimension == dimension && row.part == part)
      return {std::string(row.zh), std::string(row.en)};
  for (const Advice& row : kAdvice)
    if (part == "handled" && row.dimension == "d2" && row.part == "declare")
      return {std::string(row.zh), std::string(row.en)};
  return {};
}

void price_parts(Total& total) {
  std::vector<std::pair<Part*, std::int64_t>> parts;
  for (FaultTotal& fault : total.faults)
    for (Dimension& dimension : fault.dimensions)
      for (Part& part : dimension.parts)
        parts.emplace_back(&part, stake(dimension, part, fault.omega));
  apportion(10'000 - total.raw, parts);
  for (std::size_t i = 0; i < total.dimensions.size(); ++i) {
    std::vector<Part> merged;
    for (const FaultTotal& fault : total.faults)
      merged.insert(merged.end(), fault.dimensions[i].parts.begin(),
                    fault.dimensions[i].parts.end());
    total.dimensions[i].parts = std::move(merged);
  }
}

std::vector<Loss> losses(const Total& total, const DrillFacts& facts, const Profile& profile) {
  std::vector<Loss> all;
  std::int64_t left = total.raw;
  for (std::size_t i = 0; i < total.faults.size(); ++i)
    add_parts(total.faults[i], facts.faults[i], omegas(total), profile, all);
  add_penalties(total, facts, left, all);
  add_cap(total, facts, left, all);
  std::stable_sort(all.begin(), all.end(),
                   [](const Loss& a, const Loss& b) { return a.points > b.points; });
  return all;
}

}  // namespace mayday
