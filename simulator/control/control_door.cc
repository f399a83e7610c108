#include "mayday/control/control_door.h"

#include <utility>

#include "mayday/contracts/contracts.h"
#include "mayday/control/action_form.h"
#include "mayday/control/door.h"
#include "mayday/world/router.h"

namespace mayday {

ControlDoor::ControlDoor(Drill& drill, World& world, const Plan& plan, std::string token,
                         Hands hands)
    : drill_(drill),
      world_(world),
      plan_(plan),
      token_(std::move(token)),
      hands_(std::move(hands)),
      faults_(drill, hands_.faults) {}

Task<Reply> ControlDoor::serve(Request request) {
  if (std::optional<Response> refused = refuse_at_door(request, token_))
    co_return std::move(*refused);
  Target target(request.target);
  if (request.method == "GET" && target.path() == "/v1/drill") co_return status();
  if (FaultRoutes::knows(target.path())) co_return faults_.answer(request, target.path());
  constexpr std::string_view kBooks = "/v1/books";
  if (request.method == "GET" && target.path().starts_with(kBooks))
    co_return books(std::string_view(target.path()).substr(kBooks.size()));
  constexpr std::string_view kContracts = "/v1/contracts/";
  if (request.method == "GET" && target.path().starts_with(kContracts))
    co_return contract(std::string_view(target.path()).substr(kContracts.size()));
  if (request.method == "POST" && target.path() == "/v1/actions") {
    Response answer = co_await act(std::move(request));
    co_return answer;
  }
  if (request.method == "POST") co_return command(target.path());
  co_return error_answer(
      404,
      "here are GET /v1/drill, /v1/books, /v1/books/MEMBER and "
      "/v1/contracts/VENDOR, /v1/faults, POST /v1/actions, /v1/cues/ID, /v1/stop, "
      "/v1/release, /v1/pause, /v1/resume and /v1/close");
}

Task<Response> ControlDoor::act(Request request) {
  std::optional<ActionRequest> asked = read_action(request);
  if (!asked) co_return error_answer(400, kActionForm);
  Action action("facilitator", "facilitator", asked->kind, std::move(asked->body));
  ActionAnswer answer = co_await drill_.team().act(std::move(action));
  co_return answer_to(answer);
}

Response ControlDoor::status() {
  return json_answer(200, {{"scenario", plan_.scenario},
                           {"seed", plan_.seed},
                           {"clock", to_clock(world_.now())},
                           {"paused", hands_.paused()},
                           {"closed", drill_.closed()},
                           {"faults", faults_.list()}});
}

Response ControlDoor::contract(std::string_view member) {
  std::optional<Member> vendor = parse_member(member);
  std::string_view text = vendor ? contract_of(*vendor) : std::string_view();
  if (text.empty())
    return error_answer(404, "contracts are those of hesi, airline, hotel and payment");
  return Response(200, std::string(text), "application/yaml");
}

/// `rest` is empty or "/MEMBER".
Response ControlDoor::books(std::string_view rest) {
  if (rest.empty()) {
    std::optional<json::object> differences = hands_.differences();
    if (differences) return json_answer(200, *differences);
    return error_answer(409,
                        "the desk is not ours: there are no books of its to compare; each "
                        "vendor's are at /v1/books/VENDOR");
  }
  std::optional<Member> member = parse_member(rest.substr(1));
  std::optional<json::object> books;
  if (rest.front() == '/' && member) books = hands_.books_of(*member);
  if (books) return json_answer(200, *books);
  return error_answer(404, "books are kept by hesi, airline, hotel, payment and the built-in desk");
}

Response ControlDoor::command(std::string_view path) {
  if (path == "/v1/pause") {
    hands_.pause();
  } else if (path == "/v1/resume") {
    hands_.resume();
  } else if (path == "/v1/close") {
    drill_.close("stopped");
  } else {
    return error_answer(404,
                        "there is no such command; there are /v1/pause, /v1/resume and /v1/close");
  }
  return json_answer(200, {{"done", true}});
}

}  // namespace mayday
