#include "outbound.h"

#include "json_text.h"

namespace mayday::hesi {
namespace {

void write_receiver(JsonText& out, const Notice& notice, const Directory& people) {
  const Staff* receiver = people.find(notice.receiver);
  out.name("userInfo").open().text("id", notice.receiver);
  out.text("name", receiver == nullptr ? "" : receiver->name);
  out.text_or_null("cellphone", receiver == nullptr ? "" : receiver->cellphone);
  out.text_or_null("email", receiver == nullptr ? "" : receiver->email).close();
}

}  // namespace

Push approval_event(const Flow& flow, const Notice& notice, const Directory& people) {
  JsonText out;
  out.open().text("flowId", flow.id).text("nodeId", notice.node_id);
  out.text("action", notice.action).text("actionName", notice.action_name);
  write_receiver(out, notice, people);
  out.text("backlogId", notice.backlog_id).text("state", to_text(notice.state)).close();
  Request request("POST", "/hooks/hesi", out.take());
  request.headers.add("content-type", "application/json;charset=UTF-8");
  Push push(Member::desk, std::move(request), "outboundApprovalEvent");
  push.person = flow.owner;
  push.subject = flow.id;
  return push;
}

}  // namespace mayday::hesi
