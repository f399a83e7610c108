#include "messages.h"

#include "mayday/base/json_text.h"
#include "mayday/base/money.h"

namespace mayday::hesi {
namespace {

/// `userInfo` is the receiver of the notice, not whoever acted.
void write_receiver(JsonText& out, const Notice& notice, const Directory& people) {
  const Staff* receiver = people.find(notice.receiver);
  out.name("userInfo").open().text("id", notice.receiver);
  out.text("name", receiver == nullptr ? "" : receiver->name);
  out.text_or_null("cellphone", receiver == nullptr ? "" : receiver->cellphone);
  out.text_or_null("email", receiver == nullptr ? "" : receiver->email).close();
}

}  // namespace

Message approval_message(const Flow& flow, const Notice& notice, const Directory& people) {
  JsonText out;
  out.open().text("flowId", flow.id).text("nodeId", notice.node_id);
  out.text("action", notice.action).text("actionName", notice.action_name);
  write_receiver(out, notice, people);
  out.text("backlogId", notice.backlog_id).text("state", to_text(notice.state));
  if (!notice.approver.empty()) out.text("currentApprovers", notice.approver);
  if (!flow.alter_flag.empty()) out.text("alterFlag", flow.alter_flag);
  out.close();
  Message message;
  message.topic = Topic::approval;
  message.body = out.take();
  message.person = flow.owner;
  message.subject = flow.id;
  message.flow_id = flow.id;
  message.node_id = notice.node_id;
  if (!flow.tasks.empty()) message.node_name = flow.tasks.back().node_name;
  return message;
}

Message robot_message(const Flow& flow, const Notice& notice) {
  JsonText out;
  out.open().text("flowId", flow.id).text("nodeId", notice.node_id).text("title", flow.title);
  out.close();
  Message message;
  message.topic = Topic::robot;
  message.body = out.take();
  message.person = flow.owner;
  message.subject = "ebot/" + flow.id;  // configurations do not wait for one another
  message.flow_id = flow.id;
  message.node_id = notice.node_id;
  message.node_name = flow.tasks.back().node_name;
  return message;
}

Message object_message(const DataObject& object) {
  JsonText out;
  out.open().text("dataLinkId", object.id).text("entityId", object.entity->id);
  out.text("code", object.code).text("name", object.name).close();
  Message message;
  message.topic = Topic::objects;
  message.body = out.take();
  message.person = object.owner;
  message.subject = object.id;
  message.object_id = object.id;
  return message;
}

Message repayment_message(const Flow& payer, const WriteOff& part) {
  JsonText out;
  out.open().text("action", "repayment.writtenOff").text("loanInfoId", part.loan);
  out.text("flowId", payer.id).text("amount", decimal(Money{part.minor, "CNY"})).close();
  Message message;
  message.topic = Topic::repayments;
  message.body = out.take();
  message.person = payer.owner;
  message.subject = part.loan;
  message.flow_id = payer.id;
  return message;
}

}  // namespace mayday::hesi
