#include "desk_parts.h"

#include <algorithm>

#include "answers.h"
#include "mayday/faults/passage.h"
#include "web_page.h"

namespace mayday {
namespace {

std::set<std::string> managers_in(const EstatePlan& estate) {
  std::set<std::string> managers;
  for (const Person& person : estate.staff)
    if (person.manager) managers.insert(person.id);
  for (const Department& department : estate.departments) managers.insert(department.manager);
  return managers;
}

/// How long the slowest journey to this function may take.
Duration longest(const Plan& plan, std::string_view function) {
  Duration most{0};
  for (const JourneyPlan& journey : plan.journeys)
    if (std::find(journey.functions.begin(), journey.functions.end(), function) !=
        journey.functions.end())
      most = std::max(most, journey.good_within);
  return most;
}

}  // namespace

Desk::Parts::Parts(World& where, Origins& callers, const Plan& plan, InnerPoints inside,
                   DeskHooks tell)
    : world(where),
      origins(callers),
      points(std::move(inside)),
      hooks(std::move(tell)),
      departments(plan.estate.departments),
      settings(first_settings(plan.estate.desk)),
      log(plan.starts, hooks.failing),
      meters(route_patterns()),
      calls(world, origins, points, plan.seed, settings, log, meters,
            [this](Member vendor, Breaker::State state) {
              if (hooks.gauge)
                hooks.gauge("breaker", std::string(mayday::to_text(vendor)),
                            std::string(mayday::to_text(state)));
            }),
      hesi(world, calls, settings, plan.starts),
      documents(hesi),
      airline(calls),
      hotel(world, calls, settings, plan.starts),
      payment(world, calls, plan.starts),
      login_desk(hesi, sessions, calls, meters, managers_in(plan.estate)),
      claim_desk(world, documents, claims, plan.starts),
      approval_desk(world, documents, claims, settings),
      trip_desk(world, points, airline, hotel, payment, trips, plan.starts),
      budget_desk(hesi),
      message_desk(world, hesi, claims, settings, plan.starts),
      reconciler(world, documents, claims, trip_desk, trips, log,
                 {longest(plan, "approval"), longest(plan, "booking")},
                 [this](const std::string& department) { return manager_of(department); }),
      router(make_router()) {}

Task<Response> Desk::Parts::serve(Request request, Route route, std::string value) {
  Instant began = world.now();
  LogLine line;
  line.where = patterns_[static_cast<std::size_t>(route)];
  line.request_id = request.headers.get("x-request-id");
  Caller caller(origins.find(line.request_id), {});
  if (line.request_id.empty()) line.request_id = calls.fresh_id("in-");
  caller.name = caller.origin.key.empty() ? calls.fresh_id("call-") : caller.origin.key;
  caller.request = line.request_id;
  Session who;
  bool known = !needs_session(route);
  if (const Session* session = sessions.find(request.headers.get("authorization"))) {
    who = *session;
    known = true;
    if (caller.origin.staff.empty()) caller.origin.staff = who.staff;
    if (caller.origin.department.empty()) caller.origin.department = who.department;
    caller.origin.client = who.client;
  }
  if (route != Route::hesi_hook) line.client = caller.origin.client;  // it is Hesi who calls
  Response response;
  if (known) {
    response = co_await act(route, std::move(who), std::move(request), std::move(value),
                            std::move(caller));
  } else {
    response = refusal(401, "not_logged_in");
  }
  line.at = world.now();
  line.took = line.at - began;
  line.status = response.status;
  // Its users ask for their own orders only, and it has none of this number.
  if (response.status == 404 && known && needs_session(route)) line.note = "no such order";
  meters.served(static_cast<std::size_t>(route), response.status, line.took);
  if (is_logged(route)) log.add(std::move(line));
  co_return response;
}

void Desk::Parts::note_intercepted(const Exchange& x, const Reply& reply) {
  Route route = x.route < 0 ? Route::other : static_cast<Route>(x.route);
  LogLine line;
  line.where = patterns_[static_cast<std::size_t>(route)];
  line.request_id = x.id;
  if (route != Route::hesi_hook) line.client = x.origin.client;
  line.at = world.now();
  line.took = line.at - x.began;
  line.status = reply.delivery == Delivery::whole ? reply.response.status : 0;
  if (line.status == 0) line.error = outcome_of(reply);
  if (is_logged(route)) log.add(std::move(line));
}

Task<Response> Desk::Parts::act(Route route, Session who, Request request, std::string value,
                                Caller caller) {
  json::object wish;
  if (request.method == "POST") wish = body_of(request);
  Response response;
  switch (route) {
    case Route::log_in:
      response = co_await login_desk.log_in(std::move(wish), std::move(caller));
      break;
    case Route::hand_in_claim:
      response = co_await claim_desk.hand_in(std::move(who), std::move(wish), std::move(caller));
      break;
    case Route::show_claim:
      response = claim_desk.show(who, value);
      break;
    case Route::approve:
      response = co_await approval_desk.approve(std::move(who), std::move(caller));
      break;
    case Route::flights:
      response = co_await trip_desk.flights(std::move(request.target), std::move(caller));
      break;
    case Route::hotels:
      response = co_await trip_desk.rooms(std::move(request.target), std::move(caller));
      break;
    case Route::book_trip:
      response = co_await trip_desk.book(std::move(who), std::move(wish), std::move(caller));
      break;
    case Route::pay_trip:
      response = co_await trip_desk.pay(std::move(who), std::move(value), std::move(caller));
      break;
    case Route::show_trip:
      response = trip_desk.show(who, value);
      break;
    case Route::show_budget:
      response = co_await budget_desk.show(std::move(caller));
      break;
    case Route::open_page:
      response = Response(200, std::string(kAppScript), "text/javascript; charset=utf-8");
      break;
    case Route::hesi_hook:
      response = message_desk.take(wish);
      break;
    case Route::health:
      response = Response(200, R"({"status":"ok"})", "application/json");
      break;
    case Route::metrics:
      meters.claims_waiting(claims.waiting());
      response = Response(200, meters.text(), "text/plain; version=0.0.4");
      break;
    case Route::other:
      response = refusal(404, "not_found");
      break;
  }
  co_return response;
}

Task<DeskReconciliation> Desk::Parts::reconcile() {
  ++reconciliations_;
  Caller run(Origin(), "reconcile/" + std::to_string(reconciliations_));
  DeskReconciliation result = co_await reconciler.run(std::move(run));
  co_return result;
}

Task<DeskReplay> Desk::Parts::replay_messages() {
  ++replays_;
  Caller run(Origin(), "replay/" + std::to_string(replays_));
  DeskReplay result = co_await message_desk.replay(std::move(run));
  co_return result;
}

void Desk::Parts::clear_token_cache() {
  hesi.forget_token();
  hotel.forget_token();
}

std::string Desk::Parts::manager_of(const std::string& department) const {
  for (const Department& one : departments)
    if (one.id == department) return one.manager;
  return {};
}

}  // namespace mayday
