#include <algorithm>
#include <set>

#include "course_tools.h"
#include "mayday/scoring/facts.h"

namespace mayday {
namespace {

/// A simulated team and the vendor whose fault it is.
class VendorCourse {
 public:
  explicit VendorCourse(const CourseTools& tools) : tools_(tools) {}

  /// One ticket; then, if the vendor has to ask, a second one with what it lacks.
  Instant ask(Instant declared) {
    std::string name = vendor_for(tools_.plan, tools_.fault);
    if (name.empty() || !tools_.manages("ticket", 950)) return kNever;
    Instant at = tools_.later(declared, "ticket", ordinary(tools_.pace.vendor));
    std::set<std::string> brought;
    json::object evidence_items;
    for (auto [item_name, member] : kItems) {
      if (!tools_.manages("evidence/" + std::string(item_name), 700)) continue;
      brought.insert(std::string(item_name));
      evidence_items[member] = item(item_name, at);
    }
    send(at, name, "first", std::move(evidence_items), brought.contains("request-id"));
    const VendorPlan* desk = vendor();
    if (desk == nullptr) return kNever;
    hear(at + desk->acknowledges, name, "acknowledged", "first");
    for (const FixPlan& fix : desk->fixes)
      if (fix.fault == tools_.fault.id) await_fix(fix, *desk, name, at, brought);
    return fixed_;
  }

 private:
  const VendorPlan* vendor() const {
    std::string name = vendor_for(tools_.plan, tools_.fault);
    for (const VendorPlan& vendor : tools_.plan.vendors)
      if (to_text(vendor.vendor) == name) return &vendor;
    return nullptr;
  }

  static constexpr std::pair<std::string_view, std::string_view> kItems[] = {
      {"request-id", "request_ids"},    {"time-range", "time_range"}, {"endpoint", "endpoint"},
      {"error-sample", "error_sample"}, {"impact", "impact"},         {"steps", "steps"}};

  json::value item(std::string_view name, Instant at) const {
    if (name == "request-id") return json::array{"r-" + tools_.fault.id};
    if (name != "time-range") return json::value("told");
    return json::object{{"from", tools_.truth.onset.since_start.count()},
                        {"to", at.since_start.count()}};
  }

  void await_fix(const FixPlan& fix, const VendorPlan& desk, const std::string& name, Instant at,
                 const std::set<std::string>& brought) {
    std::string ticket = "first";
    bool complete = std::all_of(fix.needs.begin(), fix.needs.end(),
                                [&](const std::string& need) { return brought.contains(need); });
    if (!complete) {
      if (!tools_.manages("complete", 850)) return;
      at = tools_.later(at + desk.acknowledges, "complete", 10min);
      json::object all;
      for (auto [item_name, member] : kItems) all[member] = item(item_name, at);
      ticket = "second";
      send(at, name, ticket, std::move(all), true);
    }
    fixed_ = at + fix.after;
    if (fixed_ < tools_.truth.ended) hear(fixed_, name, "fixed", ticket);
  }

  void send(Instant at, const std::string& name, const std::string& ticket, json::object items,
            bool ids) {
    tools_.act(
        at, "ticket",
        {{"to", name}, {"text", tools_.fault.id + "/" + ticket}, {"evidence", std::move(items)}},
        ids ? tools_.evidence() : std::vector<events::Finding>());
  }

  void hear(Instant at, const std::string& name, const std::string& says,
            const std::string& ticket) {
    std::string whole = tools_.fault.id + "/" + ticket;
    tools_.to.hear(at, name, says, whole);
    if (tools_.manages("relay/" + says, 650))
      tools_.act(tools_.later(at, "relay/" + says, 8min), "notice",
                 {{"channels", json::array{"mail"}}, {"relays", whole}});
  }

  const CourseTools& tools_;
  Instant fixed_ = kNever;
};

}  // namespace

Instant ask_vendor(const CourseTools& tools, Instant declared) {
  return VendorCourse(tools).ask(declared);
}

}  // namespace mayday
