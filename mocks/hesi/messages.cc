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

/// `out` is the whole body.
Message message_of(Topic topic, JsonText& out, std::string_view person, std::string_view subject) {
  Message message;
  message.topic = topic;
  message.body = out.take();
  message.person = person;
  message.subject = subject;
  return message;
}

/// The same of a message about a document.
Message message_of(Topic topic, JsonText& out, const Flow& flow, std::string_view subject) {
  Message message = message_of(topic, out, flow.owner, subject);
  message.order = flow.outer_code;
  message.flow_id = flow.id;
  return message;
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
  Message message = message_of(Topic::approval, out, flow, flow.id);
  message.node_id = notice.node_id;
  if (!flow.tasks.empty()) message.node_name = flow.tasks.back().node_name;
  return message;
}

Message robot_message(const Flow& flow, const Notice& notice) {
  JsonText out;
  out.open().text("flowId", flow.id).text("nodeId", notice.node_id).text("title", flow.title);
  out.close();
  // Configurations do not wait for one another: a subject of its own.
  Message message = message_of(Topic::robot, out, flow, "ebot/" + flow.id);
  message.node_id = notice.node_id;
  message.node_name = flow.tasks.back().node_name;
  return message;
}

Message object_message(const DataObject& object) {
  JsonText out;
  out.open().text("dataLinkId", object.id).text("entityId", object.entity->id);
  out.text("code", object.code).text("name", object.name).close();
  Message message = message_of(Topic::objects, out, object.owner, object.id);
  message.object_id = object.id;
  return message;
}

Message repayment_message(const Flow& payer, const WriteOff& part) {
  JsonText out;
  out.open().text("action", "repayment.writtenOff").text("loanInfoId", part.loan);
  out.text("flowId", payer.id).text("amount", decimal(Money{part.minor, "CNY"})).close();
  return message_of(Topic::repayments, out, payer, part.loan);
}

}  // namespace mayday::hesi
