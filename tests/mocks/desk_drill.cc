#include "desk_drill.h"

#include <algorithm>

namespace mayday {
namespace {

constexpr const char* kLin = "Kq7DrillCorp00:ID01drStfLin01";
constexpr const char* kZhou = "Kq7DrillCorp00:ID01drStfZhou1";
constexpr const char* kSales = "Kq7DrillCorp00:ID01drDepSale1";

Response json_response(int status, const json::object& body) {
  return Response(status, json::serialize(body), "application/json");
}

json::object staff(const std::string& id, const std::string& name, const std::string& code) {
  json::object person;
  person["id"] = id;
  person["name"] = name;
  person["code"] = code;
  person["defaultDepartment"] = kSales;
  return person;
}

json::object flow_json(const FakeHesi::Document& document) {
  json::object form;
  form["outerCode"] = document.outer_code;
  json::object flow;
  flow["id"] = document.id;
  flow["state"] = document.state;
  flow["form"] = std::move(form);
  return flow;
}

Plan small_company(const DeskPlan& settings) {
  Plan plan;
  plan.seed = 7;
  plan.starts = 1'772'355'600;  // 2026-03-01T09:00:00Z
  plan.estate.desk = settings;
  plan.estate.departments.push_back({kSales, "Sales", kZhou});
  plan.estate.staff.push_back({kLin, "林晓", "D1001", kSales, false});
  plan.estate.staff.push_back({kZhou, "周岚", "D1002", kSales, true});
  return plan;
}

}  // namespace

Response FakeHesi::handle(const Request& request, const std::string& path) {
  if (path == kV1) {
    ++issued;
    json::object grant;
    grant["accessToken"] = "token-v1-" + std::to_string(issued);
    grant["expireTime"] = expires_ms;
    return json_response(200, json::object{{"value", std::move(grant)}});
  }
  if (path == kV3) {
    ++issued;
    json::object grant;
    grant["accessToken"] = "token-v3-" + std::to_string(issued);
    grant["expiresTime"] = expires_ms;
    json::object body;
    body["code"] = "200";
    body["data"] = std::move(grant);
    return json_response(200, body);
  }
  std::string token(Target(request.target).query("accessToken"));
  if (upgraded && !token.starts_with("token-v3-"))
    return json_response(200, {{"code", "403"}, {"msg", "未授权"}, {"data", ""}});
  bool old = !upgraded && token.starts_with("token-v3-");
  if (token.empty() || old || dead_tokens.count(token) > 0)
    return json_response(403, {{"errorCode", 403}, {"errorMessage", "未授权"}});
  return business(request, path);
}

Response FakeHesi::business(const Request& request, const std::string& path) {
  if (path == kStaff) {
    json::array items;
    if (request.body.find("D1001") != std::string::npos)
      items.push_back(staff(kLin, "林晓", "D1001"));
    if (request.body.find("D1002") != std::string::npos)
      items.push_back(staff(kZhou, "周岚", "D1002"));
    return json_response(200, json::object{{"items", std::move(items)}});
  }
  if (path == kCreate) return create(request);
  if (path.ends_with("/flowDetails/outerCode")) {
    Document* document = find(Target(request.target).query("outerCode"));
    if (!document) return json_response(412, {{"errorCode", 412}, {"errorMessage", "单据不存在"}});
    return json_response(200, json::object{{"value", flow_json(*document)}});
  }
  if (path.find("/docs/byFlowId/") != std::string::npos) return backlog();
  if (path.ends_with("/docs/getApplyList")) {
    json::array items;
    for (const Document& document : documents) items.push_back(flow_json(document));
    return json_response(200, json::object{{"items", std::move(items)}});
  }
  if (path.ends_with("/backlog/data/result")) {
    json::object value;
    value["success"] = 1;
    value["error"] = 0;
    value["residue"] = 0;
    return json_response(200, json::object{{"value", std::move(value)}});
  }
  return agree(decode(path));
}

Response FakeHesi::create(const Request& request) {
  json::value body = json::parse(request.body);
  std::string code = text_at(body, "form.outerCode");
  if (find(code)) return json_response(400, {{"errorCode", 400}, {"errorMessage", "外部编号重复"}});
  documents.push_back({"FLOW" + std::to_string(documents.size() + 1), code});
  json::object answer;
  answer["flow"] = flow_json(documents.back());
  return json_response(200, answer);
}

Response FakeHesi::backlog() const {
  json::array items;
  for (const Document& document : documents)
    if (document.state == "approving") items.push_back(flow_json(document));
  return json_response(200, json::object{{"items", std::move(items)}});
}

Response FakeHesi::agree(const std::string& path) {
  bool any = false;
  for (Document& document : documents) {
    if (path.find(document.id) == std::string::npos || document.state != "approving") continue;
    document.state = "paying";
    any = true;
  }
  if (!any) return json_response(400, {{"errorCode", 400}, {"errorMessage", "无待办审批事项"}});
  json::object value;
  value["residue"] = 1;
  return json_response(200, json::object{{"value", std::move(value)}});
}

FakeHesi::Document* FakeHesi::find(std::string_view outer_code) {
  auto found = std::find_if(documents.begin(), documents.end(),
                            [&](const Document& one) { return one.outer_code == outer_code; });
  return found == documents.end() ? nullptr : &*found;
}

DeskDrill::DeskDrill(DeskPlan settings, std::vector<JourneyPlan> journeys)
    : plan(small_company(settings)), engine(world, plan, no_news()) {
  plan.journeys = std::move(journeys);
  DeskHooks hooks;
  hooks.gauge = [this](std::string gauge, std::string subject, std::string value) {
    gauges.push_back(gauge + " " + subject + " " + value);
  };
  hooks.failing = [this](json::object line) { failing.push_back(std::move(line)); };
  InnerPoints points({world, engine, origins, calls, plan.starts});
  desk = std::make_unique<Desk>(world, origins, plan, std::move(points), std::move(hooks));
  world.serve(Member::hesi, hesi);
  world.serve(Member::desk, *desk);
}

Response DeskDrill::call(std::string method, std::string target, std::string body,
                         std::string session, std::string request_id) {
  Request request(method, std::move(target), std::move(body));
  if (!session.empty()) request.headers.add("authorization", "Bearer " + session);
  if (!request_id.empty()) request.headers.add("x-request-id", std::move(request_id));
  Response response(0);
  world.spawn(ask(std::move(request), response));
  world.run();
  return response;
}

Task<void> DeskDrill::ask(Request request, Response& into) {
  CallResult result = co_await world.call(Member::desk, std::move(request), 24h);
  if (result) into = *result;
}

std::string DeskDrill::log_in(const std::string& code, const std::string& client) {
  Response response =
      call("POST", "/api/login", R"({"code":")" + code + R"(","client":")" + client + "\"}");
  return text_at(json_of(response), "session");
}

std::string DeskDrill::hand_in(const std::string& session) {
  Response response =
      call("POST", "/api/claims", R"({"title":"Hangzhou","amount":"680.00","date":"2026-03-01"})",
           session);
  return text_at(json_of(response), "claim");
}

std::string DeskDrill::claim_state(const std::string& session, const std::string& claim) {
  json::value body = json_of(call("GET", "/api/claims/" + claim, {}, session));
  return text_at(body, "state") + " " + text_at(body, "route");
}

Response DeskDrill::hesi_says(const std::string& flow, const std::string& action) {
  return call("POST", "/hooks/hesi", R"({"flowId":")" + flow + R"(","action":")" + action + "\"}");
}

void DeskDrill::pass(Duration d) {
  world.spawn(sleep(d));
  world.run();
}

Task<void> DeskDrill::sleep(Duration d) { co_await world.sleep(d); }

DeskReconciliation DeskDrill::reconcile() {
  DeskReconciliation result;
  world.spawn(run_reconciliation(result));
  world.run();
  return result;
}

Task<void> DeskDrill::run_reconciliation(DeskReconciliation& into) {
  DeskReconciliation result = co_await desk->reconcile();
  into = std::move(result);
}

std::string DeskDrill::log_text() { return call("GET", "/admin/logs").body; }

}  // namespace mayday
