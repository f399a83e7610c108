#include "desk_estate.h"

#include <algorithm>

#include "exchange_record.h"

namespace mayday {
namespace {

constexpr const char* kSales = "Kq7DrillCorp00:ID01drDepSale1";

Plan company(const DeskPlan& settings) {
  Plan plan;
  plan.seed = 7;
  plan.starts = 1'772'355'600;  // 2026-03-01T09:00:00Z
  plan.estate.desk = settings;
  plan.estate.departments.push_back({kSales, "Sales", "Kq7DrillCorp00:ID01drStfZhou1"});
  plan.estate.staff.push_back({"Kq7DrillCorp00:ID01drStfLin01", "林晓", "D1001", kSales, false});
  plan.estate.staff.push_back({"Kq7DrillCorp00:ID01drStfZhou1", "周岚", "D1002", kSales, true});
  return plan;
}

}  // namespace

Task<Reply> VendorDoor::serve(Request request) {
  Exchange x(vendor_.member(), std::move(request), world_.now(), starts_);
  vendor_.identify(x);
  operations.emplace_back(x.operation);
  co_await world_.sleep(20ms);
  auto scripted_answer = scripted.find(x.request.method + " " + x.target.path());
  if (scripted_answer != scripted.end()) co_return Reply(scripted_answer->second);
  std::string operation(x.operation);
  auto failing = fails.find(operation);
  if (failing != fails.end()) co_return Reply(vendor_.failure(x, failing->second));
  std::optional<Response> refused = vendor_.authenticate(x, world_.now());
  if (refused) {
    record(x, *refused);
    co_return Reply(std::move(*refused));
  }
  Handled handled = vendor_.handle(x, world_.now());
  Response response = handled.write ? handled.write(world_.now(), Commit::whole) : handled.answer;
  record(x, response);
  std::vector<Duration>& holds = late[operation];
  if (!holds.empty()) {
    Duration hold = holds.front();
    holds.erase(holds.begin());
    co_await world_.sleep(hold);
  }
  co_return Reply(std::move(response));
}

DeskEstate::DeskEstate(DeskPlan settings)
    : plan(company(settings)),
      engine(world, plan, no_news()),
      hesi_vendor(plan.estate, plan.starts, {}),
      airline_vendor(plan.starts),
      hotel_vendor(plan.starts),
      payment_vendor(plan.starts),
      hesi(world, hesi_vendor, plan.starts),
      airline(world, airline_vendor, plan.starts),
      hotel(world, hotel_vendor, plan.starts),
      payment(world, payment_vendor, plan.starts),
      desk(world, origins, plan, InnerPoints({world, engine, origins, calls, plan.starts}), {}) {
  world.serve(Member::hesi, hesi);
  world.serve(Member::airline, airline);
  world.serve(Member::hotel, hotel);
  world.serve(Member::payment, payment);
  world.serve(Member::desk, desk);
}

Response DeskEstate::call(std::string method, std::string target, std::string body,
                          std::string session) {
  Request request(method, std::move(target), std::move(body));
  if (!session.empty()) request.headers.add("authorization", "Bearer " + session);
  Response response(0);
  world.spawn(ask(std::move(request), response));
  world.run();
  return response;
}

Task<void> DeskEstate::ask(Request request, Response& into) {
  CallResult result = co_await world.call(Member::desk, std::move(request), 24h);
  if (result) into = *result;
}

std::string DeskEstate::log_in(const std::string& code) {
  Response response = call("POST", "/api/login", R"({"code":")" + code + "\"}");
  return text_at(json_of(response), "session");
}

std::string DeskEstate::first_offer(const std::string& session, const std::string& target) {
  json::value body = json_of(call("GET", target, {}, session));
  const json::array& offers = body.at("offers").as_array();
  return offers.empty() ? "(none)" : text_at(offers.front(), "id");
}

Response DeskEstate::book(const std::string& session) {
  std::string flight = first_offer(session, "/api/flights?from=PEK&to=SHA&date=2026-03-15");
  std::string room =
      first_offer(session, "/api/hotels?city=SHA&check_in=2026-03-15&check_out=2026-03-17");
  return call("POST", "/api/trips", R"({"flight":")" + flight + R"(","room":")" + room + "\"}",
              session);
}

DeskReconciliation DeskEstate::reconcile() {
  DeskReconciliation result;
  world.spawn(run_reconciliation(result));
  world.run();
  return result;
}

Task<void> DeskEstate::run_reconciliation(DeskReconciliation& into) {
  DeskReconciliation result = co_await desk.reconcile();
  into = std::move(result);
}

std::vector<std::string> DeskEstate::states(const std::vector<BookEntry>& books,
                                            const std::string& order) {
  std::vector<std::string> found;
  for (const BookEntry& entry : books)
    if (entry.key == order) found.push_back(entry.what + " " + entry.state);
  std::sort(found.begin(), found.end());
  return found;
}

void DeskEstate::hesi_works(Duration d) {
  world.spawn(deliver(world.now() + d));
  world.run();
}

void DeskEstate::spoil_next_call(std::string operation, EffectPlan effect) {
  FaultPlan fault;
  fault.id = operation;
  fault.at = world.now();
  fault.at_most = 5min;
  fault.vendor = Member::desk;
  fault.operations = {std::move(operation)};
  fault.effect = std::move(effect);
  engine.add(std::move(fault));
}

Task<void> DeskEstate::deliver(Instant until) {
  while (hesi_vendor.next_due() <= until) {
    Duration left = hesi_vendor.next_due() - world.now();
    co_await world.sleep(left);
    std::vector<Push> pushes = hesi_vendor.advance(world.now());
    for (Push& push : pushes) {
      Request message = std::move(push.request);
      message.target = "/hooks/hesi";
      Instant began = world.now();
      CallResult answered = co_await world.call(Member::desk, std::move(message), 10s);
      PushAttempt attempt{push.retry_after.empty(), began, world.now(), std::move(answered)};
      hesi_vendor.delivered(push, attempt);
    }
  }
}

}  // namespace mayday
