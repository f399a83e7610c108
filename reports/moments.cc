#include "moments.h"

#include <algorithm>
#include <set>

#include "action_text.h"
#include "mayday/ledger/events.h"
#include "words.h"

namespace mayday {
namespace {

/// Reads the ledger from front to back.
class Story {
 public:
  explicit Story(const Scorecard& of) : card_(of) {}

  void hear(const Event& event) {
    if (event.kind == "armed")
      return add(event, "truth", "", word("moment.armed"), as<events::Armed>(event).fault);
    if (event.kind == "bit") return bit(event);
    if (event.kind == "ended") return ended(event);
    if (event.kind == "alert") return alert(event);
    if (event.kind == "action") return action(event);
    if (event.kind == "vendor") return vendor(event);
    if (event.kind == "inject") return inject(event);
    if (event.kind == "regression") return regression(event);
    if (event.kind == "reconciled") return reconciled(event);
    if (event.kind == "gauge") return gauge(event);
    if (event.kind == "pause")
      return add(event, "inject", as<events::Pause>(event).by, word("moment.pause"));
    if (event.kind == "resume")
      return add(event, "inject", as<events::Resume>(event).by, word("moment.resume"));
    if (event.kind == "close")
      add(event, "truth", "", word("moment.close"), as<events::Close>(event).why);
  }

  std::vector<Moment> told() && { return std::move(told_); }

 private:
  void add(const Event& event, std::string lane, const std::string& who, Text what,
           const std::string& detail = {}, bool bad = false) {
    tell(event, std::move(lane), {who, who}, std::move(what), {detail, detail}, bad);
  }

  void tell(const Event& event, std::string lane, Text who, Text what, Text detail, bool bad) {
    told_.push_back(
        {event.t, std::move(lane), std::move(who), std::move(what), std::move(detail), bad});
  }

  void bit(const Event& event) {
    auto bit = as<events::Bit>(event);
    if (!bitten_.insert(bit.fault).second) return;
    add(event, "truth", bit.fault, word("moment.bit"), bit.operation);
  }

  void ended(const Event& event) {
    auto ended = as<events::Ended>(event);
    Text how = name_of("ended", ended.by);
    Text end = word("moment.ended");
    add(event, "truth", ended.fault, {end.zh + "：" + how.zh, end.en + ": " + how.en});
  }

  void alert(const Event& event) {
    auto alert = as<events::Alert>(event);
    bool firing = alert.state == "firing";
    bool false_alarm =
        firing &&
        std::any_of(card_.alerts.begin(), card_.alerts.end(), [&](const AlertCheck& check) {
          return check.at == event.t && check.alert == alert.alert && check.false_alarm;
        });
    add(event, "alert", alert.alert, word(firing ? "moment.firing" : "moment.resolved"),
        alert.component, false_alarm);
  }

  /// Tickets stand in the vendor's lane, where the answers are.
  void action(const Event& event) {
    auto action = as<events::Action>(event);
    std::string lane = action.side == "facilitator" ? "inject"
                       : action.side == "vendor"    ? "vendor"
                                                    : "team";
    if (action.action == "ticket" || action.action == "escalate") lane = "vendor";
    if (action.action == "notice") lane = "notice";
    bool early =
        std::any_of(card_.notices.begin(), card_.notices.end(), [&](const NoticeCheck& check) {
          return check.at == event.t && check.premature && action.action == "notice";
        });
    add(event, lane, action.actor, name_of("action", action.action), action_detail(action), early);
  }

  void vendor(const Event& event) {
    auto vendor = as<events::Vendor>(event);
    std::string detail = vendor.says == "status" ? vendor.status + " " : "";
    for (const std::string& need : vendor.needs) detail += need + " ";
    tell(event, "vendor", {vendor.vendor, vendor.vendor}, name_of("says", vendor.says),
         {detail + vendor.text.zh, detail + vendor.text.en}, false);
  }

  void inject(const Event& event) {
    auto inject = as<events::Inject>(event);
    tell(event, "inject", inject.from, word("moment.inject"), inject.text, false);
  }

  void regression(const Event& event) {
    bool green = as<events::Regression>(event).green;
    add(event, "team", "", word(green ? "moment.green" : "moment.red"), {}, !green);
  }

  void reconciled(const Event& event) {
    auto found = as<events::Reconciled>(event);
    add(event, "team", "", word("moment.reconciled"),
        std::to_string(found.repaired) + "/" + std::to_string(found.differences));
  }

  void gauge(const Event& event) {
    auto gauge = as<events::Gauge>(event);
    if (gauge.gauge != "setting" && gauge.gauge != "breaker") return;
    add(event, "team", "desk", word("moment." + gauge.gauge), gauge.subject + " = " + gauge.value);
  }

  const Scorecard& card_;
  std::set<std::string> bitten_;
  std::vector<Moment> told_;
};

}  // namespace

std::vector<Moment> moments(const Scorecard& card, const std::vector<Event>& events) {
  Story story(card);
  for (const Event& event : events) story.hear(event);
  return std::move(story).told();
}

}  // namespace mayday
