#include "mayday/control/team_door.h"

#include <charconv>
#include <utility>

#include "mayday/control/action_form.h"
#include "mayday/control/door.h"
#include "mayday/world/router.h"

namespace mayday {
namespace {

constexpr std::size_t kItemsMost = 500;

}  // namespace

TeamDoor::TeamDoor(Drill& drill, std::int64_t starts, std::string token, std::string drill_id)
    : drill_(drill), starts_(starts), token_(std::move(token)), drill_id_(std::move(drill_id)) {}

Task<Reply> TeamDoor::serve(Request request) {
  if (std::optional<Response> refused = refuse_at_door(request, token_))
    co_return std::move(*refused);
  Target target(request.target);
  if (target.path() == "/v1/sight" && request.method == "GET") co_return sight(request);
  if (target.path() == "/v1/actions" && request.method == "POST") {
    Response answer = co_await take(std::move(request));
    co_return answer;
  }
  co_return error_answer(404, "here are GET /v1/sight and POST /v1/actions");
}

Response TeamDoor::sight(const Request& request) const {
  Target target(request.target);
  std::string_view text = target.query("after");
  std::size_t after = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), after);
  if (!text.empty() && (error != std::errc{} || end != text.data() + text.size()))
    return error_answer(400, "after is the number of the last item you have, 0 for none");
  const std::vector<SightItem>& all = drill_.sight().items();
  json::array items;
  for (std::size_t i = after; i < all.size() && items.size() < kItemsMost; ++i) {
    json::object item = all[i].body;
    item["n"] = all[i].n;
    item["what"] = all[i].kind;
    item["at"] = rfc3339(std::chrono::seconds{starts_} + all[i].t.since_start, true);
    items.push_back(std::move(item));
  }
  json::object body{{"drill", drill_id_}, {"closed", drill_.closed()}};
  body["next"] = after + items.size() > all.size() ? all.size() : after + items.size();
  body["items"] = std::move(items);
  return json_answer(200, body);
}

Task<Response> TeamDoor::take(Request request) {
  std::optional<ActionRequest> asked = read_action(request);
  if (!asked) co_return error_answer(400, kActionForm);
  Action action(asked->actor.empty() ? "team" : asked->actor, "team", asked->kind,
                std::move(asked->body));
  action.sent = std::move(asked->sent);
  action.key = std::string(request.headers.get("idempotency-key"));
  ActionAnswer answer = co_await drill_.team().act(std::move(action));
  co_return answer_to(answer);
}

Task<std::optional<Reply>> TeamDoor::serve_admin(Request request) {
  if (std::optional<Response> refused = refuse_at_door(request, token_))
    co_return Reply(std::move(*refused));
  if (request.method == "GET") co_return std::nullopt;
  Target target(request.target);
  json::object body;
  constexpr std::string_view kActions = "/admin/actions/";
  if (target.path() == "/admin/settings" && request.method == "POST") {
    std::optional<json::object> changes = body_object(request);
    if (!changes || changes->contains("action"))
      co_return Reply(
          error_answer(400, "the body must be an object of settings and their new values"));
    body = std::move(*changes);
  } else if (target.path().starts_with(kActions) && request.method == "POST") {
    body["action"] = encode(target.path().substr(kActions.size()));
  } else {
    co_return Reply(
        error_answer(404, "here are /admin/settings, /admin/actions/NAME and /admin/logs"));
  }
  Action action("team", "team", "desk", std::move(body));
  action.key = std::string(request.headers.get("idempotency-key"));
  ActionAnswer answer = co_await drill_.team().act(std::move(action));
  co_return Reply(answer_to(answer));
}

}  // namespace mayday
