#include <algorithm>

#include "mayday/ledger/events.h"
#include "sample.h"

namespace mayday {
namespace {

constexpr const char* kFault = "approval-timeout";

class Script {
 public:
  void armed() {
    at(Duration{5min}, events::Armed{kFault});
    at(Duration{5min + 2s}, events::Bit{kFault, "corp:u017", "approveFlows"});
    at(Duration{5min + 9s}, events::Bit{kFault, "corp:u021", "approveFlows"});
  }

  void alert(Duration t, const char* name, const char* state) {
    events::Alert alert;
    alert.alert = name;
    alert.state = state;
    alert.component = "hesi.approval";
    at(t, alert);
  }

  void did(Duration t, const char* who, const char* what, json::object body = {},
           const char* side = "team") {
    events::Action action;
    action.actor = who;
    action.side = side;
    action.action = what;
    action.body = std::move(body);
    at(t, action);
  }

  void vendor(Duration t, const char* says, const char* zh, std::vector<std::string> needs = {}) {
    events::Vendor vendor;
    vendor.vendor = "hesi";
    vendor.says = says;
    vendor.text = {zh, zh};
    vendor.needs = std::move(needs);
    at(t, vendor);
  }

  template <class Body>
  void at(Duration t, const Body& body) {
    events_.push_back(make_event(Instant{t}, body));
  }

  /// In the order of time, as a ledger has them.
  std::vector<Event> take() {
    std::stable_sort(events_.begin(), events_.end(),
                     [](const Event& a, const Event& b) { return a.t < b.t; });
    return std::move(events_);
  }

 private:
  std::vector<Event> events_;
};

/// Expense claims stall while the fault lasts; a third of them find the manual path from minute 40
/// on.
void travel(Script& script) {
  for (std::int64_t second = 0; second < 7200; second += 5) {
    events::Journey journey;
    journey.ordinal = second / 5;
    journey.journey = second % 20 == 0   ? "book-trip"
                      : second % 10 == 5 ? "submit-expense"
                                         : "log-in";
    journey.client = second % 3 == 0 ? "mobile" : "pc";
    journey.outcome = "done";
    journey.path = "normal";
    bool stalled = second > 330 && second < 67 * 60 && journey.journey == "submit-expense";
    if (stalled && second % 55 != 0) {
      bool manual = second > 40 * 60 && second % 3 != 0;
      journey.outcome = manual ? "done" : second % 7 == 0 ? "unknown" : "late";
      journey.path = manual ? "alternative" : "normal";
    }
    script.at(std::chrono::seconds{second}, journey);
  }
}

void respond(Script& script) {
  script.did(Duration{9min + 20s}, "王珂", "acknowledge", {{"alert", "ApprovalsStalling"}});
  script.did(Duration{14min}, "王珂", "declare",
             {{"title", "审批停滞"}, {"suspects", json::array{"desk.order_db"}}});
  script.did(Duration{17min}, "王珂", "grade", {{"level", 3}});
  script.did(Duration{20min}, "李然", "ticket", {{"to", "hesi"}, {"text", "approveFlows 超时"}});
  script.did(
      Duration{23min}, "李然", "locate",
      {{"component", "desk.order_db"}, {"kind", "connection-loss"}, {"party", "enterprise"}});
  script.did(Duration{27min}, "王珂", "grade", {{"level", 2}});
  script.did(Duration{30min}, "赵一", "notice",
             {{"text", "审批暂时缓慢，已联系供应商处理。"}, {"impact", "审批暂停"}});
  script.did(Duration{31min}, "李然", "locate",
             {{"component", "hesi.approval"}, {"kind", "upstream-timeout"}, {"party", "hesi"}});
  script.did(Duration{40min}, "李然", "desk", {{"manual_approval", true}});
  script.did(Duration{55min}, "赵一", "notice", {{"text", "可先走人工审批，预计 13 分钟后恢复。"}});
  script.did(Duration{68min}, "王珂", "claim", {{"what", "mitigated"}});
  script.did(Duration{71min}, "赵一", "notice", {{"text", "审批已大体恢复。"}});
  script.did(Duration{77min}, "赵一", "notice", {{"text", "审批已恢复，积压在处理。"}});
  script.did(Duration{93min}, "李然", "regression");
  script.did(Duration{105min}, "李然", "reconcile");
}

}  // namespace

std::vector<Event> sample_events() {
  Script script;
  script.armed();
  script.alert(Duration{9min}, "ApprovalsStalling", "firing");
  script.alert(Duration{33min}, "DeskLatency", "firing");
  script.at(Duration{12min}, events::Inject{"service-desk",
                                            {"出差员工", "a traveller"},
                                            {"报销一直审批中", "my claim is stuck"}});
  script.at(Duration{45min}, events::Inject{"service-desk",
                                            {"财务总监", "the CFO"},
                                            {"月结还来得及吗？", "will we close the month?"}});
  respond(script);
  script.vendor(Duration{25min}, "acknowledged", "已收到，正在排查");
  script.vendor(Duration{36min}, "asked", "请补充接口与时间段", {"endpoint", "time-range"});
  script.vendor(Duration{66min}, "fixed", "已扩容审批服务");
  script.at(Duration{66min + 30s}, events::Ended{kFault, "fix", 812});
  script.alert(Duration{72min}, "ApprovalsStalling", "resolved");
  script.at(Duration{95min}, events::Regression{true, {{"log-in", "pc", "done", "normal"}}});
  script.at(Duration{106min}, events::Reconciled{1200, 6, 5, {"D-1044"}});
  travel(script);
  script.at(Duration{120min}, events::Close{"length"});
  return script.take();
}

}  // namespace mayday
