#include "mayday/scoring/losses.h"

#include <algorithm>

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
    {"premature-claim", "", "以监测为准再宣布", "let the measurements speak before you do"},
    {"false-alarm", "", "收紧告警条件", "tighten the alert's condition"},
    {"hint", "", "先查手册", "look into the runbook first"},
    {"no-fault", "look", "尽快查看每一条告警", "look at every alert soon"},
    {"no-fault", "notice", "先看厂商公告", "read the vendor's notice first"},
    {"no-fault", "reason", "关闭时写明原因", "close with a reason"},
    {"no-fault", "alarm", "先核实影响再立事件", "check for harm before you open an incident"}};

std::int64_t omegas(const Total& total) {
  std::int64_t sum = 0;
  for (const FaultTotal& fault : total.faults) sum += fault.omega;
  return std::max<std::int64_t>(1, sum);
}

/// The name under which a penalty stands among the losses.
std::string singular(const std::string& penalty) { return penalty.substr(0, penalty.size() - 1); }

void add_parts(const FaultTotal& fault, const std::string& id, std::vector<Loss>& to) {
  for (const Dimension& dimension : fault.dimensions)
    for (const Part& part : dimension.parts)
      if (part.points > 0)
        to.push_back(
            {part.points, dimension.id, part.name, id, part.note, advice(dimension.id, part.name)});
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
  std::int64_t whole = omegas(total);
  for (FaultTotal& fault : total.faults)
    for (Dimension& dimension : fault.dimensions)
      for (Part& part : dimension.parts)
        part.points =
            rounded(hundredths(times(dimension.weight, part.loss), 10'000) * fault.omega, whole);
  for (std::size_t i = 0; i < total.dimensions.size(); ++i) {
    std::vector<Part> parts;
    for (const FaultTotal& fault : total.faults)
      parts.insert(parts.end(), fault.dimensions[i].parts.begin(), fault.dimensions[i].parts.end());
    total.dimensions[i].parts = std::move(parts);
  }
}

std::vector<Loss> losses(const Total& total, const std::vector<std::string>& faults) {
  std::vector<Loss> all;
  for (std::size_t i = 0; i < total.faults.size(); ++i) add_parts(total.faults[i], faults[i], all);
  for (const Penalty& penalty : total.penalties)
    if (penalty.points > 0)
      all.push_back({penalty.points, singular(penalty.name), "", "", penalty.note,
                     advice(singular(penalty.name), "")});
  std::stable_sort(all.begin(), all.end(),
                   [](const Loss& a, const Loss& b) { return a.points > b.points; });
  return all;
}

}  // namespace mayday
