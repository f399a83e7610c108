#include "sample.h"

namespace mayday {
namespace {

constexpr const char* kFault = "approval-timeout";

Instant minute(std::int64_t n) { return Instant{n * Duration{1min}}; }

Dimension bar(std::string id, Text name, std::int64_t weight, std::int64_t value,
              std::int64_t points, std::string mark) {
  Dimension dimension;
  dimension.id = std::move(id);
  dimension.name = std::move(name);
  dimension.weight = weight;
  dimension.value = value;
  dimension.points = points;
  dimension.mark = std::move(mark);
  return dimension;
}

std::vector<Dimension> bars() {
  std::vector<Dimension> all{
      bar("d1", {"发现", "Detection"}, 150'000, 1'000'000, 1500, "P"),
      bar("d2", {"上报与分级", "Declare and grade"}, 150'000, 750'000, 1125, "S"),
      bar("d3", {"定位", "Location"}, 150'000, 681'300, 1022, "S"),
      bar("d4", {"缓解、恢复与验证", "Mitigate, recover, verify"}, 250'000, 899'700, 2249, "P"),
      bar("d5", {"沟通", "Communication"}, 120'000, 839'900, 1008, "S"),
      bar("d6", {"供应商", "Vendor"}, 80'000, 833'300, 667, "S"),
      bar("d7", {"数据", "Data"}, 100'000, 972'700, 973, "P")};
  all[0].parts = {
      {"time", 0, 1'000'000, 0, 0, {"症状出现后 3m 发现", "seen 3m after the first symptom"}},
      {"source", 0, 1'000'000, 0, 0, {"来源：告警", "by: alert"}}};
  all[1].parts = {
      {"grading", 666'667, 625'000, 250'000, 375, {"定级偏低 10m", "graded too low for 10m"}},
      {"declare", 200'000, 1'000'000, 0, 0, {"发现后上报用时 5m", "declared after detection: 5m"}},
      {"grade", 133'333, 1'000'000, 0, 0, {"上报后定级用时 3m", "graded after declaring: 3m"}}};
  all[2].parts = {
      {"order", 0, 800'000, 170'000, 255, {"第 2 次才正确", "right at the second try"}}};
  return all;
}

FaultStamps stamps() {
  auto at = [](const char* name, Instant t, const char* kind, const char* source, Text meaning) {
    return Stamp{name, t, kind, source, std::move(meaning)};
  };
  return {
      kFault,
      {at("t_arm", minute(5), "known", "engine", {"故障布设", "armed"}),
       at("t_on", Instant{Duration{5min + 2s}}, "measured", "first bite", {"开始影响", "onset"}),
       at("t_sym", minute(6), "measured", "journey submit-expense", {"首个症状", "first symptom"}),
       at("t_alert", minute(9), "measured", "alert ApprovalsStalling", {"首个告警", "first alert"}),
       at("t_det", minute(9), "measured", "alert ApprovalsStalling", {"发现", "detected"}),
       at("t_ack", Instant{Duration{9min + 20s}}, "declared", "action by 王珂",
          {"确认", "acknowledged"}),
       at("t_dec", minute(14), "declared", "action by 王珂", {"立事件", "declared"}),
       at("t_loc", minute(31), "declared", "action by 李然", {"定位", "located"}),
       at("t_ven", minute(20), "measured", "ticket to hesi", {"联系供应商", "vendor called in"}),
       at("t_usr", minute(30), "measured", "notice by 赵一", {"首次用户通知", "first notice"}),
       at("t_byp", minute(40), "measured", "journeys", {"替代路径可用", "workaround"}),
       at("t_mit", minute(67), "measured", "journeys", {"缓解", "mitigated"}),
       at("t_rec", minute(75), "measured", "journeys", {"恢复", "recovered"}),
       at("t_ver", minute(95), "measured", "regression", {"验证", "verified"}),
       at("t_close", kNever, "declared", "", {"关闭", "closed"}),
       at("d_mit", minute(68), "declared", "action by 王珂", {"宣布缓解", "claimed mitigated"}),
       at("d_rec", kNever, "declared", "", {"宣布恢复", "claimed recovered"})}};
}

FaultScore fault() {
  FaultScore one;
  one.id = kFault;
  one.truth = {"hesi.approval", "upstream-timeout", "hesi"};
  one.vendor = "hesi";
  one.bites = 812;
  one.victims = 11;
  one.level = 2;
  one.share = 412;
  one.functions = {"approval"};
  one.ended = Instant{Duration{66min + 30s}};
  one.by = "fix";
  one.seen = one.handled = true;
  one.incident = "INC-1";
  one.omega = 2;
  one.score = 8543;
  one.dimensions = bars();
  one.grades = {{{minute(6), 3}, {minute(8), 2}}, {{minute(17), 3}, {minute(27), 2}}};
  one.locations = {{minute(23),
                    "李然",
                    "INC-1",
                    {"desk.order_db"},
                    "connection-loss",
                    "enterprise",
                    0,
                    false,
                    false,
                    false,
                    0,
                    0},
                   {minute(31),
                    "李然",
                    "INC-1",
                    {"hesi.approval"},
                    "upstream-timeout",
                    "hesi",
                    1'000'000,
                    true,
                    true,
                    true,
                    1'000'000,
                    681'300}};
  one.phases = {{"detect", minute(6), minute(9)},    {"declare", minute(9), minute(14)},
                {"locate", minute(14), minute(31)},  {"mitigate", minute(14), minute(67)},
                {"recover", minute(67), minute(75)}, {"verify", minute(75), minute(95)}};
  return one;
}

void checks(Scorecard& card) {
  card.alerts = {
      {minute(9), Instant{Duration{7min + 30s}}, "ApprovalsStalling", "hesi.approval", kFault,
       1'000'000, true, false},
      {minute(33), minute(32), "DeskLatency", "desk.web_static", "", 120'000, false, true}};
  card.incidents = {
      {"INC-1", minute(14), "王珂", "审批停滞", {"desk.order_db"}, {kFault}, false, false}};
  card.notices = {{minute(30),
                   "赵一",
                   kFault,
                   {"impact", "measures", "contact"},
                   {"mail", "oa"},
                   "affected",
                   true,
                   false,
                   false,
                   kNever,
                   "审批暂时缓慢，已联系供应商处理。"},
                  {minute(55),
                   "赵一",
                   kFault,
                   {"impact", "since", "measures", "workaround", "next"},
                   {"mail"},
                   "affected",
                   true,
                   false,
                   false,
                   minute(68),
                   "可先走人工审批，预计 13 分钟后恢复。"}};
  card.tickets = {{minute(20),
                   "李然",
                   "hesi",
                   kFault,
                   {{"request-id", true, true, {}},
                    {"time-range", true, true, {}},
                    {"endpoint", true, true, {}},
                    {"error-sample", true, true, {}},
                    {"impact", false, false, {}},
                    {"steps", true, false, {}}}}};
  card.books = {true,
                1200,
                0,
                0,
                0,
                1,
                5,
                {"D-0991", "D-1003", "D-1017", "D-1021", "D-1030"},
                {"D-0991", "D-1003", "D-1017", "D-1021", "D-1030", "D-1044"},
                909'100,
                true};
  card.impact = {{"log-in", {"登录", "Log in"}, 720, 0, 0, 0, 0, 0, 0},
                 {"submit-expense", {"提交报销", "Submit expense"}, 228, 62, 4, 0, 25, 206, 83},
                 {"book-trip", {"预订行程", "Book a trip"}, 356, 0, 4, 0, 0, 0, 0}};
  card.improvements = {{"A1",
                        {"分级以受影响人数为准，写入值班手册",
                         "Grade by people affected; put it in the on-call guide"},
                        "王珂",
                        "2026-03-08",
                        "hesi-approval-timeout",
                        "review"},
                       {"A2",
                        {"通知模板加入善后说明", "Add after-care to the notice template"},
                        "",
                        "",
                        "hesi-approval-timeout",
                        "proposed"}};
}

}  // namespace

Scorecard sample_card() {
  Scorecard card;
  card.scenario = "hesi-approval-timeout";
  card.title = {"合思审批接口超时，审批流停滞", "Hesi approval calls time out and approvals stall"};
  card.origin = "案例一";
  card.world = "virtual";
  card.model = "s1";
  card.profile = "enterprise";
  card.seed = 20260301;
  card.length = 120min;
  card.starts = 1'772'330'400;
  card.verdict = "pass";
  card.score = 8543;
  card.low = 8527;
  card.high = 8546;
  card.delta = 15s;
  card.letter = "B";
  card.grade = {"良", "good"};
  card.penalties = {{"false-alarms", 1, 0, {"每小时一次以内不扣分", "one an hour is free"}}};
  card.dimensions = bars();
  card.timestamps = {stamps()};
  card.faults = {fault()};
  card.losses = {
      {375,
       "d2",
       "grading",
       kFault,
       {"定级偏低 10m", "graded too low for 10m"},
       {"先数受影响的人，再定级；范围扩大后 5 分钟内重定。",
        "Count the people affected first, and grade anew within five minutes when there are "
        "more."}},
      {255,
       "d3",
       "order",
       kFault,
       {"第一次定位错误", "the first location was wrong"},
       {"先比对供应商耗时与内网耗时，再下结论。",
        "Compare the vendor's timings with your own network before answering."}},
      {133,
       "d6",
       "evidence",
       kFault,
       {"工单六项证据有效 4 项", "four of six pieces of evidence were valid"},
       {"附上影响数量与可复现步骤。", "Add the impact count and steps that reproduce it."}},
      {34,
       "d5",
       "content",
       kFault,
       {"通知缺少善后说明", "no notice said a word on after-care"},
       {}}};
  card.gates = {{"score", 70, 8527, true, {}},
                {"recover", Duration{90min}.count(), Duration{69min}.count(), true, {}},
                {"lost_orders", 0, 0, true, {}}};
  checks(card);
  card.closed = "length";
  card.last = minute(120);
  card.ledger_head = "4f9c1f0a7c1f1c6b9a0d0f2f8d9be1d67f3a4e55d1d3b8a2c6e7f8091a2b3c4d";
  return card;
}

}  // namespace mayday
