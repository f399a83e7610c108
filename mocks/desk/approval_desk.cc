#include "approval_desk.h"

#include "answers.h"

namespace mayday {
namespace {

constexpr Duration kResultAfter = 5s;  // Hesi works a batch off in about this time
constexpr Duration kResultAgain = 3s;
constexpr int kResultReads = 3;  // all of them well inside Hesi's 60 s

Response batch_answer(std::int64_t approved, std::int64_t failed, std::int64_t waiting) {
  json::object body;
  body["approved"] = approved;
  body["failed"] = failed;
  body["waiting"] = waiting;
  return answer(200, body);
}

std::int64_t count_in(const Answer& from, std::string_view name) {
  const json::value& value = member_of(member_of(from.body(), "value"), name);
  return value.is_int64() ? value.get_int64() : 0;
}

void add_journeys(Origin& origin, const Claim& claim) {
  origin.journeys.insert(origin.journeys.end(), claim.journeys.begin(), claim.journeys.end());
}

}  // namespace

Task<Response> ApprovalDesk::approve(Session manager, Caller caller) {
  if (!manager.manager) co_return refusal(403, "not_a_manager");
  if (settings_.plan.manual_approval)
    co_return batch_answer(book_.approve_manually(manager.department), 0, 0);
  std::string key = manager.staff;
  if (batches_[key].running) co_return refusal(409, "batch_running");
  batches_[key].running = true;
  int number = ++batches_[key].number;
  caller.origin.staff = manager.staff;
  caller.origin.department = manager.department;
  Response response = co_await run_batch(std::move(manager), number, std::move(caller));
  batches_[key].running = false;
  co_return response;
}

Task<Response> ApprovalDesk::run_batch(Session manager, int number, Caller caller) {
  Caller lister = caller;
  for (ClaimBook::Index index : book_.waiting_of(manager.department))
    add_journeys(lister.origin, book_.at(index));
  Answer listed = co_await documents_.backlog(manager.staff, std::move(lister));
  const json::array* items = member_of(listed.body(), "items").if_array();
  if (!listed.good() || !items) co_return refusal(listed.gateway_status(), "backlog_not_read");
  Caller batch(caller.origin, "approve/" + manager.staff + "/" + std::to_string(number));
  std::vector<std::string> flows;
  for (const json::value& item : *items) {
    std::string flow(text_in(item, "id"));
    if (flow.empty() || flows.size() == HesiDocuments::kBatchMax) continue;
    const Claim* claim = book_.find_flow(flow);
    if (claim) add_journeys(batch.origin, *claim);
    flows.push_back(std::move(flow));
  }
  if (flows.empty()) co_return batch_answer(0, 0, 0);
  Answer agreed = co_await documents_.agree(manager.staff, std::move(flows), batch);
  // A repeated batch finds nothing waiting when the first try did arrive; the result tells.
  bool arrived = agreed.good() || (agreed.status == 400 && agreed.maybe_done);
  if (!arrived) co_return refusal(agreed.gateway_status(), "approval_failed");
  Answer result = co_await result_of(manager.staff, std::move(batch));
  if (!result.good()) co_return refusal(result.gateway_status(), "approval_result_not_read");
  co_return batch_answer(count_in(result, "success"), count_in(result, "error"),
                         count_in(result, "residue"));
}

Task<Answer> ApprovalDesk::result_of(std::string approver, Caller batch) {
  Answer result;
  std::string name = batch.name;
  Duration pause = kResultAfter;
  for (int read = 1; read <= kResultReads; ++read) {
    co_await world_.sleep(pause);
    if (read > 1) batch.name = name + "/again" + std::to_string(read);
    result = co_await documents_.result(approver, batch);
    if (!result.good() || count_in(result, "residue") == 0) co_return result;
    pause = kResultAgain;
  }
  co_return result;
}

}  // namespace mayday
