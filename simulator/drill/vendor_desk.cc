#include "mayday/drill/vendor_desk.h"

#include <algorithm>

namespace mayday {
namespace {

/// How often the status page's keeper looks.
constexpr Duration kStatusEvery = 1min;

/// Members of a ticket's evidence, and what vendors call them when they ask.
constexpr std::pair<std::string_view, std::string_view> kAskedFor[] = {
    {"time_range", "time-range"}, {"endpoint", "endpoint"}, {"error_sample", "error-sample"},
    {"impact", "impact"},         {"steps", "steps"},
};

bool filled(const json::object& evidence, std::string_view member) {
  const json::value* value = evidence.if_contains(member);
  if (value == nullptr) return false;
  if (const auto* text = value->if_string()) return !text->empty();
  if (const auto* array = value->if_array()) return !array->empty();
  if (const auto* object = value->if_object()) return !object->empty();
  return true;
}

bool holds(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

/// Whether a request id proves this fault: it has altered that call. Of a call that failed without
/// being altered its operation tells.
bool proves(const events::Finding& finding, const FaultPlan& fault) {
  if (!finding.failing) return false;
  if (!finding.faults.empty()) return holds(finding.faults, fault.id);
  return fault.operations.empty() || holds(fault.operations, finding.operation);
}

bool any_proves(const std::vector<events::Finding>& findings, const FaultPlan& fault) {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const events::Finding& finding) { return proves(finding, fault); });
}

/// Whether the ticket names an operation of the fault as its endpoint.
bool names_endpoint(const json::object& evidence, const FaultPlan& fault) {
  const json::value* named = evidence.if_contains("endpoint");
  if (named == nullptr || !named->is_string()) return false;
  std::string_view endpoint = named->get_string();
  return std::any_of(fault.operations.begin(), fault.operations.end(), [&](const auto& operation) {
    return endpoint.find(operation) != std::string_view::npos;
  });
}

/// What a ticket brings of the things that vendors ask for.
std::set<std::string> brought_by(const json::object& evidence,
                                 const std::vector<events::Finding>& findings,
                                 const FaultPlan& fault) {
  std::set<std::string> brought;
  if (any_proves(findings, fault)) brought.insert("request-id");
  for (auto [member, need] : kAskedFor)
    if (filled(evidence, member)) brought.insert(std::string(need));
  return brought;
}

}  // namespace

VendorDesk::VendorDesk(World& world, Ledger& ledger, FaultEngine& engine, const VendorPlan& plan)
    : world_(world), ledger_(ledger), engine_(engine), plan_(plan) {
  for (const FixPlan& fix : plan.fixes) cases_.push_back({&fix, {}, false});
}

void VendorDesk::start() {
  for (const auto& fault : engine_.faults())
    if (!fault->plan.truths.empty() && fault->plan.truths.front().party == to_text(plan_.vendor))
      world_.spawn(keep_status_page(*fault));
}

void VendorDesk::take(const std::string& ticket, const json::object& evidence,
                      const std::vector<events::Finding>& findings) {
  std::vector<Case*> about = cases_about(evidence, findings);
  for (Case* of : about) of->brought.merge(brought_by(evidence, findings, fault_of(*of)->plan));
  world_.spawn(answer(ticket, std::move(about)));
}

/// What the ids prove; else what the endpoint names; else what the vendor would look into first.
std::vector<VendorDesk::Case*> VendorDesk::cases_about(
    const json::object& evidence, const std::vector<events::Finding>& findings) {
  std::vector<Case*> open, proven, named;
  for (Case& of : cases_) {
    Fault* fault = fault_of(of);
    if (of.fixing || fault == nullptr || !fault->active()) continue;
    open.push_back(&of);
    if (any_proves(findings, fault->plan)) proven.push_back(&of);
    if (names_endpoint(evidence, fault->plan)) named.push_back(&of);
  }
  if (!proven.empty()) return proven;
  if (!named.empty()) return named;
  if (open.size() > 1) open.resize(1);
  return open;
}

Task<void> VendorDesk::answer(std::string ticket, std::vector<Case*> about) {
  co_await world_.sleep(plan_.acknowledges);
  say("acknowledged", ticket, "", {},
      {"工单已受理，正在排查。", "We have your ticket and are looking into it."});
  for (Case* of : about) {
    if (of->fixing || !fault_of(*of)->active()) continue;
    std::vector<std::string> needs = missing(*of);
    if (needs.empty()) {
      of->fixing = true;
      world_.spawn(repair(*of, ticket));
    } else {
      say("asked", ticket, of->fix->fault, std::move(needs),
          {"请补充所列信息，以便继续排查。", "Please send what is listed so that we can go on."});
    }
  }
}

/// Null when the drill has no such fault.
Fault* VendorDesk::fault_of(const Case& of) const {
  for (const auto& fault : engine_.faults())
    if (fault->plan.id == of.fix->fault) return fault.get();
  return nullptr;
}

Task<void> VendorDesk::repair(Case& of, std::string ticket) {
  // `after` counts from when all needs were in; acknowledging has taken its own time since.
  co_await world_.sleep(of.fix->after - plan_.acknowledges);
  engine_.fix(of.fix->fault);
  say("fixed", ticket, of.fix->fault, {},
      {"问题已修复，请验证。", "This is repaired on our side; please verify."});
}

Task<void> VendorDesk::keep_status_page(Fault& fault) {
  if (fault.plan.at != kNever) co_await world_.sleep(fault.plan.at - world_.now());
  while (fault.bites == 0 && !fault.over()) co_await world_.sleep(kStatusEvery);
  if (fault.bites == 0) co_return;
  co_await world_.sleep(plan_.status_lags);
  show_status("major",
              {"部分接口异常，正在处理。", "Some interfaces are impaired; we are working on it."});
  co_await world_.wait(fault.healed(), kForever);
  co_await world_.sleep(plan_.status_lags);
  show_status("none", {"服务正常。", "All systems operational."});
}

void VendorDesk::show_status(std::string status, Text text) {
  events::Vendor page;
  page.vendor = to_text(plan_.vendor);
  page.says = "status";
  page.status = std::move(status);
  page.text = std::move(text);
  ledger_.add(world_.now(), page);
}

void VendorDesk::say(std::string says, std::string ticket, std::string fault,
                     std::vector<std::string> needs, Text text) {
  events::Vendor event;
  event.vendor = to_text(plan_.vendor);
  event.says = std::move(says);
  event.ticket = std::move(ticket);
  event.fault = std::move(fault);
  event.needs = std::move(needs);
  event.text = std::move(text);
  ledger_.add(world_.now(), event);
}

std::vector<std::string> VendorDesk::missing(const Case& of) const {
  std::vector<std::string> needs;
  for (const std::string& need : of.fix->needs)
    if (!of.brought.contains(need)) needs.push_back(need);
  return needs;
}

}  // namespace mayday
