#include <charconv>

#include "answers.h"
#include "desk_parts.h"
#include "mayday/base/desk_actions.h"
#include "mayday/world/router.h"

// The desk's `/admin` and what its settings do.
namespace mayday {
namespace {

constexpr std::string_view kActions = "/admin/actions/";

Response reconciliation_answer(const DeskReconciliation& result) {
  json::object body;
  body["compared"] = result.compared;
  body["differences"] = result.differences;
  body["repaired"] = result.repaired;
  json::array open;
  for (const std::string& order : result.open) open.push_back(json::string(order));
  body["open"] = std::move(open);
  return answer(200, body);
}

Response replay_answer(const DeskReplay& result) {
  json::object body;
  body["complete"] = result.complete;
  body["failed"] = result.failed;
  body["taken"] = result.taken;
  return answer(200, body);
}

Response log_answer(const AccessLog& log, const Target& target) {
  std::string_view text = target.query("after");
  std::uint64_t after = 0;
  std::from_chars(text.data(), text.data() + text.size(), after);
  return Response(200, log.lines_after(after), "application/x-ndjson");
}

}  // namespace

Task<Response> Desk::Parts::administer(Request request) {
  Target target(request.target);
  const std::string& path = target.path();
  bool get = request.method == "GET";
  bool post = request.method == "POST";
  if (path == "/admin/settings" && get) co_return answer(200, to_json(settings));
  if (path == "/admin/settings" && post) co_return change_settings(request);
  if (path == "/admin/logs" && get) co_return log_answer(log, target);
  if (path.starts_with(kActions) && post) {
    Response done = co_await run_action(path.substr(kActions.size()));
    co_return done;
  }
  co_return refusal(404, "not_found");
}

Response Desk::Parts::change_settings(const Request& request) {
  json::object changes = body_of(request);
  std::string wrong = check_settings(changes);
  if (!wrong.empty()) {
    json::object body;
    body["error"] = "invalid_setting";
    body["message"] = wrong;
    return answer(400, body);
  }
  change(changes);
  return answer(200, to_json(settings));
}

Task<Response> Desk::Parts::run_action(std::string action) {
  if (!is_desk_action(action)) co_return refusal(404, "unknown_action");
  if (action == "reconcile") {
    DeskReconciliation result = co_await reconcile();
    co_return reconciliation_answer(result);
  }
  if (action == "replay-messages") {
    DeskReplay result = co_await replay_messages();
    co_return replay_answer(result);
  }
  if (forgets_tokens(action)) clear_token_cache();
  // Asking Hesi for the old auth version is a letter, not a call: there is nothing to wait for
  // here.
  if (action == "auth-rollback") co_return answer(202, json::object{{"asked", "hesi"}});
  co_return Response(204);
}

void Desk::Parts::change(const json::object& changes) {
  for (const auto& one : changes) {
    std::string name(one.key());
    if (name != "auth") {
      take_effect(name, one.value());
      continue;
    }
    ++auth_rollouts_;
    world.spawn(roll_out_auth(one.value(), auth_rollouts_));
  }
}

Task<void> Desk::Parts::roll_out_auth(json::value version, int rollout) {
  co_await world.sleep(settings.plan.auth_rollout);
  if (rollout != auth_rollouts_) co_return;  // a later change has begun anew
  take_effect("auth", version);
  hesi.set_mode(auth_mode(settings.plan.auth));
}

void Desk::Parts::take_effect(const std::string& name, const json::value& value) {
  settings = with_setting(std::move(settings), name, value);
  json::object now = to_json(settings);
  if (hooks.gauge) hooks.gauge("setting", name, std::string(now.at(name).as_string()));
}

}  // namespace mayday
