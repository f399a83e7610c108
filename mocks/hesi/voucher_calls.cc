#include "body.h"
#include "lists.h"
#include "operations.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

struct Voucher {
  std::string flow;
  std::string number;  ///< Empty: the stored one is removed.
  std::int64_t made = 0;
  std::string period;
};

/// One bad row refuses the whole batch; the documents do not say.
std::optional<Response> read_vouchers(std::string_view text, std::vector<Voucher>& vouchers) {
  Body body(text);
  const json::array* rows = body.object() == nullptr ? nullptr : list_of(*body.object(), "voucher");
  if (rows == nullptr || rows->empty()) return error(400, "voucher不能为空");
  for (const json::value& row : *rows) {
    const json::object* one = row.if_object();
    if (one == nullptr || !one->contains("voucherNo")) return error(400, "voucher参数不正确");
    std::optional<std::int64_t> made = number_of(*one, "voucherCreateTime");
    if (!made) return error(400, "voucherCreateTime不正确");
    vouchers.push_back({std::string(text_of(*one, "flowId")),
                        std::string(text_of(*one, "voucherNo")), *made,
                        std::string(text_of(*one, "fiscalPeriod"))});
  }
  return std::nullopt;
}

std::optional<Response> refuse_vouchers(const Tenant& tenant,
                                        const std::vector<Voucher>& vouchers) {
  for (const Voucher& one : vouchers) {
    const Flow* flow = tenant.flows.by_id(one.flow);
    if (flow == nullptr || !flow->active) return error(412, "单据" + one.flow + "不存在");
    if (flow->state != FlowState::paid) return error(400, "单据" + one.flow + "未支付");
  }
  return std::nullopt;
}

Response enter_vouchers(Tenant& tenant, const std::vector<Voucher>& vouchers, Instant now) {
  if (auto no = refuse_vouchers(tenant, vouchers)) return *no;
  for (const Voucher& one : vouchers) {
    Flow& flow = *tenant.flows.by_id(one.flow);
    flow.voucher = one.number;
    flow.voucher_made = one.made;
    flow.fiscal_period = one.period;
    flow.updated = now;
    ++flow.version;
  }
  JsonText out;
  out.open().flag("value", true).close();
  return ok(std::move(out));
}

Handled write_voucher(Tenant& tenant, const Exchange& x, Instant) {
  std::vector<Voucher> vouchers;
  if (auto no = read_vouchers(x.request.body, vouchers)) return *no;
  if (auto no = refuse_vouchers(tenant, vouchers)) return *no;
  return Handled::writing(
      [&tenant, vouchers](Instant now) { return enter_vouchers(tenant, vouchers, now); });
}

constexpr Operation kOperations[] = {
    {"PUT", "/api/openapi/v2.1/flow/data/erpVoucher", "writeVoucher", write_voucher, nullptr,
     kWrite},
};

}  // namespace

OperationList voucher_operations() { return kOperations; }

}  // namespace mayday::hesi
