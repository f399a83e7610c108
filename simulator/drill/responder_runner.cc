#include "mayday/drill/responder_runner.h"

#include <algorithm>
#include <utility>

#include "mayday/base/json_path.h"

namespace mayday {
namespace {

constexpr std::string_view kSeen = "seen";

/// What was to be seen and was not is left out, for nobody says "seen" to a vendor.
void put(json::object& body, std::string_view member, json::value value) {
  if (!value.is_string() || value.get_string() != kSeen) body[member] = std::move(value);
}

}  // namespace

ResponderRunner::ResponderRunner(World& world, const Plan& plan, const Sight& sight, Team& team,
                                 Responder responder, std::function<json::object()> settings,
                                 std::function<void(std::string)> refused)
    : world_(world),
      plan_(plan),
      sight_(sight),
      team_(team),
      responder_(std::move(responder)),
      settings_(std::move(settings)),
      refused_(std::move(refused)),
      progress_(responder_.rules.size()) {}

void ResponderRunner::start() { world_.spawn(play()); }

Task<void> ResponderRunner::play() {
  for (;;) {
    for (std::size_t i = 0; i < responder_.rules.size(); ++i) {
      const ResponderRule& rule = responder_.rules[i];
      Progress& progress = progress_[i];
      if (progress.fired) continue;
      bool holding = holds(rule.when);
      if (holding && !progress.holding) progress.since = world_.now();
      progress.holding = holding;
      if (!holding || world_.now() - progress.since < rule.after) continue;
      progress.fired = true;
      for (const ResponderDo& step : rule.actions) {
        Action action(responder_.name, "team", step.kind, fill(step.kind, step.body));
        ActionAnswer answer = co_await team_.act(std::move(action));
        if (answer.status != 202 && refused_)
          refused_(to_clock(world_.now()) + " " + step.kind + ": " + answer.message);
      }
    }
    co_await world_.sleep(kEvery);
  }
}

bool ResponderRunner::holds(const ResponderWhen& when) const {
  const Sight::State& state = sight_.state();
  if (!when.alert.empty() &&
      (when.alert == "any" ? state.firing.empty() : !state.firing.contains(when.alert)))
    return false;
  if (when.declared && state.incidents == 0) return false;
  if (when.located && !state.located) return false;
  if (!when.ticket.empty()) {
    bool said = std::any_of(state.tickets.begin(), state.tickets.end(), [&](const auto& ticket) {
      return (when.vendor.empty() || ticket.first == when.vendor) && ticket.second == when.ticket;
    });
    if (!said) return false;
  }
  if (!when.quiet.empty() && !quiet(when.quiet)) return false;
  if (!when.regression.empty() && state.regression != when.regression) return false;
  if (!when.reconciled.empty() && !state.reconciled) return false;
  if (when.time != kForever && world_.now().since_start < when.time) return false;
  if (!when.workaround && when.setting.empty()) return true;
  json::value settings = settings_ ? json::value(settings_()) : json::value(json::object{});
  if (when.workaround && text_at(settings, "manual_approval") != "on") return false;
  std::size_t equals = when.setting.find('=');
  return when.setting.empty() ||
         text_at(settings, when.setting.substr(0, equals)) == when.setting.substr(equals + 1);
}

bool ResponderRunner::quiet(const std::string& which) const {
  const Sight::State& state = sight_.state();
  if (which == "all") return !state.fired.empty() && state.firing.empty();
  return state.fired.contains(which) && !state.firing.contains(which);
}

json::object ResponderRunner::fill(const std::string& kind, const json::object& body) const {
  json::object filled;
  // To a vendor one speaks of the calls to it.
  std::string vendor = kind == "ticket" ? text_at(json::value(body), "to") : "";
  for (const auto& member : body) {
    std::string name(member.key());
    const json::object* inner = member.value().if_object();
    if (inner != nullptr && name == "evidence" && kind == "ticket") {
      json::object evidence;
      for (const auto& item : *inner)
        put(evidence, item.key(), fill_one(std::string(item.key()), item.value(), vendor));
      filled[name] = std::move(evidence);
    } else {
      put(filled, name, fill_one(name, member.value(), vendor));
    }
  }
  return filled;
}

/// Puts what the team has seen (failing calls in the desk's logs, orders left open) where a body
/// says `seen`; anything else stays as it is.
json::value ResponderRunner::fill_one(const std::string& member, const json::value& value,
                                      const std::string& vendor) const {
  if (const json::object* asked = value.if_object(); asked != nullptr && asked->contains("seen")) {
    std::size_t take = 3;
    if (const json::value* number = asked->if_contains("take");
        number != nullptr && number->is_int64())
      take = static_cast<std::size_t>(std::clamp<std::int64_t>(number->get_int64(), 0, 20));
    json::array ids;
    for (const Sight::FailingCall* call : failing(vendor, take)) ids.emplace_back(call->request_id);
    return ids;
  }
  if (!value.is_string() || value.get_string() != kSeen) return value;
  if (member == "ids") {
    json::array orders;
    for (const std::string& order : sight_.state().open_orders) orders.emplace_back(order);
    return orders;
  }
  std::vector<const Sight::FailingCall*> latest = failing(vendor, 1);
  if (latest.empty()) return value;
  auto wall = [&](Instant at) {
    return rfc3339(std::chrono::seconds{plan_.starts} + at.since_start);
  };
  if (member == "time_range")
    return json::object{{"from", wall(*sight_.state().first_failure)}, {"to", wall(world_.now())}};
  if (member == "endpoint") return json::value(latest[0]->to + " " + latest[0]->operation);
  if (member == "error_sample") return json::value(latest[0]->sample);
  return value;
}

/// The latest calls that failed, to this vendor or, without one, to anybody.
std::vector<const Sight::FailingCall*> ResponderRunner::failing(const std::string& vendor,
                                                                std::size_t most) const {
  const std::deque<Sight::FailingCall>& all = sight_.state().failing;
  std::vector<const Sight::FailingCall*> calls;
  for (auto call = all.rbegin(); call != all.rend() && calls.size() < most; ++call)
    if (vendor.empty() || call->to == vendor) calls.push_back(&*call);
  return calls;
}

}  // namespace mayday
