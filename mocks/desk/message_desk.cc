#include "message_desk.h"

#include <array>

#include "answers.h"

namespace mayday {
namespace {

// Asked without a type, Hesi lists `flow` only.
constexpr std::array<std::string_view, 6> kTypes = {"message",   "dataLink", "message_center",
                                                    "repayment", "flow",     "InternalMessage"};

}  // namespace

Response MessageDesk::take(const json::object& message) {
  if (!settings_.plan.receiver) return refusal(500, "receiver_off");
  return heed(message) ? Response(204) : refusal(400, "not_a_message");
}

Task<DeskReplay> MessageDesk::replay(Caller caller) {
  DeskReplay sum;
  for (std::string_view type : kTypes) {
    Caller asking(caller.origin, caller.name + "/" + std::string(type));
    Answer listed = co_await failed(type, std::move(asking));
    const json::array* rows = member_of(listed.body(), "items").if_array();
    if (!listed.good() || !rows) {
      sum.complete = false;
      continue;
    }
    for (const json::value& row : *rows) {
      const json::object* message = member_of(row, "request").if_object();
      ++sum.failed;
      if (message && heed(*message)) ++sum.taken;
    }
  }
  co_return sum;
}

Task<Answer> MessageDesk::failed(std::string_view type, Caller caller) {
  HesiCall call(Operation::list_outbound_logs, "GET", "/api/openapi/v1/outboundMessageLogs",
                caller.origin, caller.call_name(Operation::list_outbound_logs));
  auto since = std::chrono::duration_cast<std::chrono::milliseconds>(world_.now().since_start);
  std::int64_t begin = starts_ * 1000;
  std::int64_t end = begin + since.count() + 1;  // Hesi leaves out the last millisecond
  call.query = "&messageType=" + std::string(type) + "&startDate=" + std::to_string(begin) +
               "&endDate=" + std::to_string(end);
  Answer listed = co_await hesi_.call(std::move(call));
  co_return listed;
}

/// False: it is none of Hesi's messages about documents.
bool MessageDesk::heed(const json::object& message) {
  std::string flow(text_in(message, "flowId"));
  std::string_view action = text_in(message, "action");
  if (flow.empty() || action.empty()) return false;
  if (action == "backlog.paying" || action == "flow.paid")
    claims_.decide(flow, ClaimState::approved);
  if (action == "flow.rejected") claims_.decide(flow, ClaimState::rejected);
  return true;
}

}  // namespace mayday
