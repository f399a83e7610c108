#include "body.h"
#include "flow_desk.h"
#include "operations.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

struct Result {
  std::string_view code;
  std::string_view text;  ///< Empty: null.
};

/// Pays a document, or has it wait for payment again; the checks in the contract's order.
Result settle(Tenant& tenant, const json::value& item, Instant now) {
  if (!item.is_object()) return {"R00006", "请求不合法"};
  std::string_view code = text_of(item.get_object(), "code");
  if (code != "P00001" && code != "P00002") return {"R00005", "支付结果编码错误"};
  Flow* flow = tenant.flows.by_id(text_of(item.get_object(), "id"));
  if (flow == nullptr || !flow->active) return {"R00001", kFlowNotFound};
  if (flow->state == FlowState::paid || flow->state == FlowState::archived)
    return {"R00002", "单据已支付"};
  if (flow->state != FlowState::processing) return {"R00003", "单据不在支付中"};
  Notices notices = code == "P00001"
                        ? finish_payment(*flow, flow->node()->approver, now)
                        : fail_payment(*flow, text_of(item.get_object(), "errorMsg"), now);
  stepped(tenant, *flow, notices, now);
  return {"R00000", {}};
}

void write_result(JsonText& out, std::string_view id, const Result& result) {
  out.open().text("id", id).text("code", result.code).text_or_null("errorMsg", result.text).close();
}

/// Shape G: each item has its own code, and the status is 200 even when nothing could be read.
Response settle_all(Tenant& tenant, std::string_view text, Instant now) {
  Body body(text);
  const json::array* items = body.object() == nullptr ? nullptr : list_of(*body.object(), "items");
  JsonText out;
  out.open().name("items").open_list();
  if (items == nullptr || items->empty()) write_result(out, "", {"R00006", "请求不合法"});
  for (std::size_t i = 0; items != nullptr && i < items->size(); ++i) {
    const json::value& item = (*items)[i];
    Result result = settle(tenant, item, now);
    write_result(out, item.is_object() ? text_of(item.get_object(), "id") : "", result);
  }
  out.close_list().close();
  return ok(std::move(out));
}

Handled push_payment_results(Tenant& tenant, const Exchange& x, Instant) {
  return Handled::writing(
      [&tenant, body = x.request.body](Instant now) { return settle_all(tenant, body, now); });
}

std::string owner_of_first(const Tenant& tenant, const Exchange& x) {
  Body body(x.request.body);
  const json::array* items = body.object() == nullptr ? nullptr : list_of(*body.object(), "items");
  if (items == nullptr || items->empty() || !items->front().is_object()) return {};
  const Flow* flow = tenant.flows.by_id(text_of(items->front().get_object(), "id"));
  return flow == nullptr ? std::string{} : flow->owner;
}

constexpr Operation kOperations[] = {
    {"POST", "/api/openapi/v1/paymentResults", "pushPaymentResults", push_payment_results,
     owner_of_first, kWrite},
};

}  // namespace

OperationList payment_operations() { return kOperations; }

}  // namespace mayday::hesi
