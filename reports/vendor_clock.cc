#include "vendor_clock.h"

#include <algorithm>

#include "mayday/ledger/events.h"

namespace mayday {
namespace {

std::string text_of(const json::object& body, std::string_view name) {
  const json::value* value = body.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : "";
}

class Clocks {
 public:
  void hear(const Event& event) {
    if (event.kind == events::Open::kKind) plans_ = as<events::Open>(event).plan.vendors;
    if (event.kind == events::Action::kKind) acted(event.t, as<events::Action>(event));
    if (event.kind == events::Vendor::kKind) spoke(event.t, as<events::Vendor>(event));
  }

  std::vector<VendorClock> take() && { return std::move(clocks_); }

 private:
  void acted(Instant at, const events::Action& action) {
    if (action.side != "team") return;
    std::string to = text_of(action.body, "to");
    if (action.action == "ticket")
      clocks_.push_back({"T-" + std::to_string(clocks_.size() + 1), to, at, due(to, at)});
    if (action.action != "escalate") return;
    for (VendorClock& clock : clocks_)
      if (clock.to == to) first(clock.escalated, at);
  }

  void spoke(Instant at, const events::Vendor& vendor) {
    for (VendorClock& clock : clocks_) {
      if (clock.ticket != vendor.ticket) continue;
      if (vendor.says == "acknowledged") first(clock.answered, at);
      if (vendor.says == "asked") first(clock.asked, at);
      if (vendor.says == "fixed") first(clock.fixed, at);
    }
  }

  static void first(Instant& stamp, Instant at) { stamp = std::min(stamp, at); }

  Instant due(const std::string& to, Instant at) const {
    for (const VendorPlan& plan : plans_)
      if (to_text(plan.vendor) == to && plan.acknowledges != kForever)
        return at + plan.acknowledges;
    return kNever;
  }

  std::vector<VendorPlan> plans_;
  std::vector<VendorClock> clocks_;
};

}  // namespace

std::vector<VendorClock> vendor_clocks(const std::vector<Event>& events) {
  Clocks clocks;
  for (const Event& event : events) clocks.hear(event);
  return std::move(clocks).take();
}

}  // namespace mayday
