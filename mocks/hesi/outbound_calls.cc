#include "numbers.h"
#include "operations.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

void write_row(JsonText& out, const OutboundLogRow& row, Epoch epoch) {
  const Message& message = row.message;
  out.open().text("id", row.id).text("name", row.config->name);
  out.text("messageId", row.config->id).text("messageType", row.config->kind);
  out.text_or_null("flowId", message.flow_id).text_or_null("dataLinkId", message.object_id);
  out.null("messageCenterConfigId").null("repaymentApplyId");
  out.text_or_null("nodeName", message.node_name).text_or_null("nodeId", message.node_id);
  out.raw("request", message.body).raw("response", row.response);
  out.text("state", "FAILURE").text("type", "INVOKING").flag("active", true);
  out.number("createTime", epoch.ms(row.created)).number("updateTime", epoch.ms(row.updated));
  out.text("corporationId", kCorporation).close();
}

/// Only what has failed and not got through since. An unknown kind or an empty range finds nothing,
/// and so does a range that is none.
Handled list_outbound_logs(Tenant& tenant, const Exchange& x, Instant) {
  if (auto no = missing(x, {"startDate", "endDate"})) return *no;
  std::optional<std::int64_t> from = whole_number(x.target.query("startDate"));
  std::optional<std::int64_t> to = whole_number(x.target.query("endDate"));
  std::string_view kind = x.target.query("messageType");
  if (kind.empty()) kind = "flow";
  JsonText out;
  out.open().name("items").open_list();
  for (const OutboundLogRow& row : tenant.outbox.log()) {
    std::int64_t at = tenant.epoch.ms(row.created);
    if (from && to && at >= *from && at < *to && row.failed && row.config->kind == kind)
      write_row(out, row, tenant.epoch);
  }
  out.close_list().close();
  return ok(std::move(out));
}

constexpr Operation kOperations[] = {
    {"GET", "/api/openapi/v1/outboundMessageLogs", "listOutboundLogs", list_outbound_logs},
};

}  // namespace

OperationList outbound_operations() { return kOperations; }

}  // namespace mayday::hesi
