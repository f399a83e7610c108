#include "outbox.h"

#include <algorithm>

#include "body.h"
#include "mayday/base/json_text.h"

namespace mayday::hesi {
namespace {

constexpr std::string_view kDeskPath = "/hooks/hesi";

/// "code=1": the answer is an object whose member `code` is 1 or "1".
bool has_keyword(std::string_view keyword, std::string_view answer) {
  if (keyword.empty()) return true;
  std::size_t equals = keyword.find('=');
  if (equals == std::string_view::npos) return answer.find(keyword) != std::string_view::npos;
  Body body(answer);
  const json::value* member =
      body.object() == nullptr ? nullptr : body.object()->if_contains(keyword.substr(0, equals));
  std::string_view wanted = keyword.substr(equals + 1);
  if (member == nullptr) return false;
  if (const std::int64_t* number = member->if_int64()) return std::to_string(*number) == wanted;
  return member->is_string() && member->get_string() == wanted;
}

bool accepts(const HesiReceiver& receiver, const CallResult& result) {
  return result && std::ranges::count(receiver.success, result->status) > 0 &&
         has_keyword(receiver.keyword, result->body);
}

std::string outcome(const CallResult& result) {
  JsonText out;
  out.open();
  if (result) {
    out.number("status", result->status);
  } else {
    out.text("error", to_text(result.error()));
  }
  out.close();
  return out.take();
}

}  // namespace

// The tenant has set up two configurations; the other two kinds carry names of our own.
Outbox::Outbox(const HesiSettings& settings)
    : configs_{{{"ID01drMsgAppr1", "drill-approval", "message", "outboundApprovalEvent",
                 settings.approval},
                {"ID01drMsgBot01", "drill-ebot", "flow", "outboundEbotEvent", settings.robot},
                {"ID01drMsgObj01", "drill-objects", "dataLink", "outboundDataLinkEvent",
                 settings.objects},
                {"ID01drMsgLoan1", "drill-loans", "repayment", "outboundRepaymentEvent",
                 settings.repayments}}} {}

void Outbox::post(Message message, Instant at) {
  const OutboundConfig& config = config_of(message.topic);
  if (!config.receiver) return;
  const HttpAddress* outside = config.receiver->to.outside();
  Request request("POST", outside == nullptr ? std::string(kDeskPath) : outside->path,
                  message.body);
  request.headers.add("content-type", "application/json;charset=UTF-8");
  Push push(config.receiver->to, std::move(request), std::string(config.operation));
  push.person = message.person;
  push.order = message.order;
  push.subject = message.subject;
  push.id = std::to_string(++posted_);
  push.retry_after = config.receiver->retry_after;
  sendings_.emplace(push.id, Sending{std::move(message), nullptr});
  queue_.post(std::move(push), at);
}

Outbox::Fate Outbox::delivered(const Push& push, const PushAttempt& attempt) {
  auto found = sendings_.find(push.id);
  if (found == sendings_.end()) return {};
  Sending& sending = found->second;
  Fate fate;
  fate.taken = accepts(*config_of(sending.message.topic).receiver, attempt.result);
  fate.lost = !fate.taken && attempt.last;
  fate.message = sending.message;
  if (!fate.taken) note_failure(sending, attempt);
  if (fate.taken && sending.row != nullptr) {
    sending.row->failed = false;
    sending.row->updated = attempt.ended;
  }
  if (fate.taken || fate.lost) sendings_.erase(found);
  return fate;
}

void Outbox::note_failure(Sending& sending, const PushAttempt& attempt) {
  if (sending.row == nullptr) {
    sending.row = &log_.emplace_back();
    sending.row->id = ids_.opaque("outbound-log");
    sending.row->config = &config_of(sending.message.topic);
    sending.row->message = sending.message;
    sending.row->created = attempt.ended;
  }
  sending.row->response = outcome(attempt.result);
  sending.row->updated = attempt.ended;
}

}  // namespace mayday::hesi
