#include "login_desk.h"

#include "answers.h"
#include "mayday/base/json_text.h"

namespace mayday {
namespace {

Response welcome(const std::string& session_id, const Session& session) {
  JsonText body;
  body.open().text("session", session_id).name("staff").open();
  body.text("id", session.staff).text("name", session.name);
  body.text("department", session.department).close().close();
  return Response(200, body.take(), "application/json");
}

std::string question(std::string_view code) {
  JsonText body;
  body.open().text("type", "CODE").name("conditionIds").open_list().text(code);
  return body.close_list().close().take();
}

}  // namespace

Task<Response> LoginDesk::log_in(json::object wish, Caller caller) {
  std::string code(text_in(wish, "code"));
  std::string_view client = text_in(wish, "client");
  bool sound = !code.empty() && (client.empty() || client == "pc" || client == "mobile");
  if (!sound) co_return refusal(400, "invalid_login");
  Session session;
  session.code = code;
  session.client = client == "mobile" ? Client::mobile : Client::pc;
  caller.origin.client = session.client;
  HesiCall call(Operation::find_staffs, "POST", "/api/openapi/v1/staffs/getStaffIds", caller.origin,
                caller.call_name(Operation::find_staffs));
  call.body = question(code);
  Answer found = co_await hesi_.call(std::move(call));
  // An answer without `items` says nothing about the person, whatever its HTTP status.
  const json::value& items = member_of(found.body(), "items");
  if (!found.good() || !items.is_array()) {
    meters_.login_failed();
    bool late = found.error == CallError::timed_out;
    co_return late ? refusal(504, "staff_lookup_timed_out") : refusal(502, "staff_lookup_failed");
  }
  const json::value& person = first_of(items);
  session.staff = text_in(person, "id");
  session.name = text_in(person, "name");
  session.department = text_in(person, "defaultDepartment");
  session.manager = managers_.count(session.staff) > 0;
  if (session.staff.empty()) co_return refusal(401, "unknown_employee");
  std::string id = calls_.fresh_id("ses-");
  Response response = welcome(id, session);
  sessions_.open(id, std::move(session));
  co_return response;
}

}  // namespace mayday
