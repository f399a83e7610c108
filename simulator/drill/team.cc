#include "mayday/drill/team.h"

#include <algorithm>
#include <utility>

#include "mayday/base/desk_actions.h"
#include "mayday/drill/action_check.h"

namespace mayday {
namespace {

constexpr std::size_t kFindingsMost = 20;

const json::array* texts_at(const json::object& body, std::string_view member) {
  const json::value* value = body.if_contains(member);
  return value == nullptr ? nullptr : value->if_array();
}

/// The request ids that an action brings as evidence.
std::vector<std::string> evidence_ids(const Action& action) {
  const json::array* ids = nullptr;
  if (action.kind == "locate") ids = texts_at(action.body, "evidence");
  if (action.kind == "ticket") {
    const json::value* evidence = action.body.if_contains("evidence");
    if (evidence != nullptr) ids = texts_at(evidence->get_object(), "request_ids");
  }
  std::vector<std::string> texts;
  if (ids == nullptr) return texts;
  for (const json::value& id : *ids)
    if (id.is_string() && texts.size() < kFindingsMost) texts.emplace_back(id.get_string());
  return texts;
}

/// The ledger keeps keys, so they must be text that every reader of it can print.
bool is_plain_key(const std::string& key) {
  return key.size() <= 200 &&
         std::all_of(key.begin(), key.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

json::object settings_in(const json::object& body) {
  json::object settings = body;
  settings.erase("action");
  return settings;
}

/// The facilitator's own hints are given unasked.
bool is_asking_for_hint(const Action& action) {
  return action.kind == "hint" && action.side == "team";
}

std::string all_desk_actions() {
  std::string all;
  for (std::string_view action : kDeskActions)
    all += (all.empty() ? "" : ", ") + std::string(action);
  return all;
}

std::string desk_action_in(const json::object& body) {
  const json::value* action = body.if_contains("action");
  return action != nullptr && action->is_string() ? std::string(action->get_string()) : "";
}

}  // namespace

Team::Team(Parts parts) : parts_(std::move(parts)) {
  for (const VendorPlan& vendor : parts_.plan.vendors)
    vendor_desks_.push_back(
        std::make_unique<VendorDesk>(parts_.world, parts_.ledger, parts_.engine, vendor));
}

void Team::start() {
  for (auto& desk : vendor_desks_) desk->start();
}

Task<ActionAnswer> Team::act(Action action) {
  ActionAnswer wrong = check(action);  // first of all: only then can the body be written at all
  if (wrong.status == 400) co_return wrong;
  std::string content = action.kind + canonical(json::value(action.body));
  auto known = action.key.empty() ? by_key_.end() : by_key_.find(action.key);
  if (known != by_key_.end()) {
    ActionAnswer before = known->second.answer;
    if (known->second.content != content)
      co_return ActionAnswer(409,
                             "this Idempotency-Key came with another action before; use a new "
                             "key for a new action");
    co_await parts_.durable();
    co_return before;
  }
  if (wrong.status != 202) co_return wrong;
  ActionAnswer answer = store(action);
  if (!action.key.empty()) by_key_.emplace(action.key, Done{std::move(content), answer});
  co_await parts_.durable();
  co_return answer;
}

ActionAnswer Team::check(const Action& action) const {
  if (!is_plain_key(action.key))
    return {400, "an Idempotency-Key is up to 200 printable ASCII characters"};
  std::string wrong = check_action(action, parts_.plan);
  if (!wrong.empty()) return {400, wrong};
  if (closed_) return {409, "the drill has closed"};
  if (is_asking_for_hint(action)) return refuse_hint();
  if (action.kind != "desk" && action.kind != "reconcile") return {};
  if (parts_.desk == nullptr) return {409, "this desk has no /admin; change it where it lives"};
  if (action.kind == "reconcile") return {};
  std::string name = desk_action_in(action.body);
  if (action.body.contains("action") && !is_desk_action(name))
    return {400, "the desk has no action \"" + name + "\"; there are " + all_desk_actions()};
  if (action.body.empty()) return {400, "desk needs a setting with its new value, or \"action\""};
  json::object settings = settings_in(action.body);
  wrong = settings.empty() ? "" : parts_.desk->check_change(settings);
  return wrong.empty() ? ActionAnswer{} : ActionAnswer{400, wrong};
}

ActionAnswer Team::refuse_hint() const {
  const std::size_t all = parts_.plan.hints.size();
  if (hints_given_ < all) return {};
  return {409, all == 0 ? "this drill has no hints"
                        : "there are no more hints; you have had all " + std::to_string(all)};
}

/// The next hint in order, into the ledger and to whoever asked.
void Team::give_hint(json::object& body, ActionAnswer& answer) {
  const HintPlan& hint = parts_.plan.hints[hints_given_++];
  body["cost"] = hint.cost;
  body["text"] = json::value_from(hint.text);
  answer.told = body;
  answer.told["left"] = std::ssize(parts_.plan.hints) - static_cast<std::int64_t>(hints_given_);
}

ActionAnswer Team::store(const Action& action) {
  ActionAnswer answer;
  if (action.kind == "declare") answer.incident = "INC-" + std::to_string(++incidents_);
  if (action.kind == "ticket") answer.ticket = "T-" + std::to_string(++tickets_);
  events::Action event;
  event.actor = action.actor;
  event.side = action.side;
  event.action = action.kind;
  event.body = action.body;
  if (is_asking_for_hint(action)) give_hint(event.body, answer);
  event.sent = action.sent;
  event.key = action.key;
  event.findings = look_up(action);
  parts_.ledger.add(parts_.world.now(), event);
  take_effect(action, answer, event.findings);
  return answer;
}

std::vector<events::Finding> Team::look_up(const Action& action) const {
  std::vector<events::Finding> findings;
  for (std::string& id : evidence_ids(action)) {
    events::Finding finding;
    if (const CallRecord* call = parts_.calls.find(id)) {
      finding.known = true;
      finding.failing = call->failing;
      finding.operation = call->operation;
      finding.at = call->at;
      finding.faults = call->faults;
    }
    finding.id = std::move(id);
    findings.push_back(std::move(finding));
  }
  return findings;
}

void Team::take_effect(const Action& action, const ActionAnswer& answer,
                       const std::vector<events::Finding>& findings) {
  if (action.kind == "desk") touch_desk(action.body);
  if (action.kind == "reconcile") parts_.world.spawn(reconcile());
  if (action.kind == "regression") parts_.world.spawn(run_regression());
  if (action.kind != "ticket") return;
  json::object evidence;
  if (const json::value* given = action.body.if_contains("evidence"))
    evidence = given->get_object();
  for (auto& desk : vendor_desks_)
    if (to_text(desk->vendor()) == std::string_view(action.body.at("to").get_string()))
      desk->take(answer.ticket, evidence, findings);
}

void Team::touch_desk(const json::object& body) {
  json::object settings = settings_in(body);
  if (!settings.empty()) parts_.desk->change(settings);
  std::string name = desk_action_in(body);
  if (name == "reconcile") parts_.world.spawn(reconcile());
  if (name == "replay-messages") parts_.world.spawn(replay_messages());
  if (forgets_tokens(name)) parts_.desk->clear_token_cache();
  if (!name.empty()) parts_.engine.happened({Occasion::Kind::action, name, {}});
}

Task<void> Team::reconcile() {
  Reconciliation result = co_await parts_.desk->reconcile();
  events::Reconciled event;
  event.compared = result.compared;
  event.differences = result.differences;
  event.repaired = result.repaired;
  event.open = std::move(result.open);
  parts_.ledger.add(parts_.world.now(), event);
}

Task<void> Team::replay_messages() {
  Replay result = co_await parts_.desk->replay_messages();
  parts_.ledger.add(parts_.world.now(),
                    events::Replayed{result.complete, result.failed, result.taken});
}

/// Every kind of journey once on each client class, all at the same time.
Task<void> Team::run_regression() {
  const std::vector<JourneyPlan>& journeys = parts_.plan.journeys;
  auto rows = std::make_shared<std::vector<events::RegressionRow>>(journeys.size() * 2);
  auto done = std::make_shared<Gate>();
  auto left = std::make_shared<std::size_t>(rows->size());
  std::size_t slot = 0;
  for (const JourneyPlan& journey : journeys) {
    for (Client client : {Client::pc, Client::mobile}) {
      parts_.world.spawn(probe_one(journey, client, ++probes_, rows, slot, done, left));
      ++slot;
    }
  }
  if (!rows->empty()) co_await parts_.world.wait(*done, kForever);
  events::Regression event;
  event.green = true;
  for (const events::RegressionRow& row : *rows)
    event.green = event.green && row.outcome == "done" && row.path == "normal";
  event.rows = *rows;
  parts_.ledger.add(parts_.world.now(), event);
}

Task<void> Team::probe_one(const JourneyPlan& journey, Client client, std::uint64_t nth,
                           std::shared_ptr<std::vector<events::RegressionRow>> rows,
                           std::size_t slot, std::shared_ptr<Gate> done,
                           std::shared_ptr<std::size_t> left) {
  events::RegressionRow row = co_await parts_.travellers.probe(journey, client, nth);
  (*rows)[slot] = std::move(row);
  if (--*left == 0) parts_.world.open(*done);
}

}  // namespace mayday
