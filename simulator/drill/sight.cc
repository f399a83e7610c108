#include "mayday/drill/sight.h"

#include <initializer_list>
#include <string_view>

#include "mayday/base/json_path.h"
#include "mayday/ledger/events.h"

namespace mayday {
namespace {

constexpr std::size_t kFailingKept = 200;
constexpr std::int64_t kShownAMinute = 3;

json::object only(const json::object& body, std::initializer_list<std::string_view> members) {
  json::object view;
  for (std::string_view name : members) {
    if (const json::value* value = body.if_contains(name)) view[name] = *value;
  }
  return view;
}

std::string text(const json::object& body, std::string_view member) {
  const json::value* value = body.if_contains(member);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string{};
}

bool flag(const json::object& body, std::string_view member) {
  const json::value* value = body.if_contains(member);
  return value != nullptr && value->is_bool() && value->get_bool();
}

}  // namespace

std::optional<json::object> team_view(const Event& event) {
  const json::object& body = event.body;
  if (event.kind == events::Alert::kKind)
    // Not what the rule's author takes for the cause: that is for the team to find out.
    return only(body, {"alert", "state", "severity", "functions", "began"});
  if (event.kind == events::Action::kKind) {
    if (text(body, "side") == "facilitator") return std::nullopt;
    return only(body, {"actor", "side", "action", "body", "sent"});
  }
  if (event.kind == events::Vendor::kKind)
    return only(body, {"vendor", "says", "ticket", "status", "needs", "text"});
  if (event.kind == events::Inject::kKind) return only(body, {"to", "from", "text"});
  if (event.kind == events::Regression::kKind) return only(body, {"green", "rows"});
  if (event.kind == events::Reconciled::kKind)
    return only(body, {"compared", "differences", "repaired", "open"});
  if (event.kind == events::Replayed::kKind) return only(body, {"complete", "failed", "taken"});
  if (event.kind == events::Gauge::kKind && text(body, "gauge") != "unfinished")
    return only(body, {"gauge", "subject", "value"});
  if (event.kind == events::Pause::kKind || event.kind == events::Resume::kKind ||
      event.kind == events::Close::kKind)
    return json::object{};
  return std::nullopt;
}

void Sight::see(const Event& event) {
  std::optional<json::object> view = team_view(event);
  if (!view) return;
  const json::object& body = *view;
  if (event.kind == events::Alert::kKind) {
    std::string alert = text(body, "alert");
    if (text(body, "state") == "firing") {
      state_.firing.insert(alert);
      state_.fired.insert(alert);
    } else {
      state_.firing.erase(alert);
    }
  } else if (event.kind == events::Action::kKind) {
    fold_action(body);
  } else if (event.kind == events::Vendor::kKind && text(body, "says") != "status") {
    state_.tickets[text(body, "vendor")] = text(body, "says");
  } else if (event.kind == events::Regression::kKind) {
    state_.regression = flag(body, "green") ? "green" : "red";
  } else if (event.kind == events::Reconciled::kKind) {
    const json::value* open = body.if_contains("open");
    state_.open_orders.clear();
    if (open != nullptr && open->is_array())
      for (const json::value& id : open->get_array())
        if (id.is_string()) state_.open_orders.emplace_back(id.get_string());
    state_.reconciled = true;
  } else if (event.kind == events::Gauge::kKind && text(body, "gauge") == "setting") {
    state_.settings[text(body, "subject")] = text(body, "value");
  }
  // To whom it is sent it is a message like any other.
  add(event.t, event.kind == events::Inject::kKind ? "message" : event.kind, std::move(*view));
}

void Sight::fold_action(const json::object& body) {
  std::string action = text(body, "action");
  if (action == "declare") ++state_.incidents;
  if (action == "close" && state_.incidents > 0) --state_.incidents;
  if (action == "locate") state_.located = true;
  if (action == "desk") state_.reconciled = false;
}

void Sight::see_failing(Instant t, const json::object& line) {
  if (!state_.first_failure) state_.first_failure = t;
  std::string sample = text(line, "note");
  if (sample.empty()) sample = text(line, "error");
  if (sample.empty()) sample = "HTTP " + text_at(json::value(line), "status");
  std::string operation = text(line, "operation");
  if (operation.empty()) operation = text(line, "path");
  state_.failing.push_back({t, text(line, "request_id"), text(line, "to"), operation, sample});
  if (state_.failing.size() > kFailingKept) state_.failing.pop_front();
  std::int64_t minute = t.since_start / 1min;
  std::int64_t& shown = shown_[operation + "/" + std::to_string(minute)];
  if (++shown <= kShownAMinute) add(t, "log", line);
}

void Sight::add(Instant t, const std::string& kind, json::object body) {
  items_.push_back({static_cast<std::int64_t>(items_.size()) + 1, t, kind, std::move(body)});
}

}  // namespace mayday
