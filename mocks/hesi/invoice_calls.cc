#include <algorithm>

#include "body.h"
#include "fixtures.h"
#include "lists.h"
#include "money_field.h"
#include "operations.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

struct Invoice {
  std::string_view id;
  std::string_view code;
  std::string_view number;
  std::string_view item;
  std::string_view family;
  std::string_view flow;  ///< Document that it is used on.
  std::int64_t minor;
};

constexpr Invoice kInvoices[] = {
    {"Kq7DrillCorp00:044002600111:90000001", "044002600111", "90000001", "ID01drInvItem1",
     "invoice", "ID01drFlwPaid1", 680'00},
};

constexpr std::string_view kFamilies[] = {
    "invoice", "other",           "taxi",  "fixed",   "passengerCar", "machinePrint", "shopping",
    "train",   "flightItinerary", "tolls", "medical", "noTaxIncome"};

void write_used(JsonText& out, const Flow& flow) {
  out.open_list();
  for (const Invoice& one : kInvoices) {
    if (one.flow != flow.id) continue;
    out.open().text("invoiceId", one.id).name("invoiceItemId").open_list();
    out.text(one.item).close_list().text("invoiceType", one.family).close();
  }
  out.close_list();
}

bool has_invoice(const Flow& flow) {
  return std::ranges::count(kInvoices, flow.id, &Invoice::flow) > 0;
}

Handled find_invoices_of_flows(Tenant& tenant, const Exchange& x, Instant) {
  Body body(x.request.body);
  std::string_view type = body.text("type");
  if (type != "code" && type != "id") return error(400, "不支持的查询类型");
  JsonText out;
  out.open().name("value").open();
  const json::array* keys = list_of(*body.object(), "codeOrIds");
  std::vector<const Flow*> seen;
  for (std::size_t i = 0; keys != nullptr && i < keys->size(); ++i) {
    if (!(*keys)[i].is_string()) continue;
    std::string key = (*keys)[i].get_string().c_str();
    const Flow* flow = type == "id" ? tenant.flows.by_id(key) : tenant.flows.by_code(key);
    if (flow == nullptr || !has_invoice(*flow) || std::ranges::count(seen, flow) > 0) continue;
    seen.push_back(flow);
    out.name(key);
    write_used(out, *flow);
  }
  out.close().close();
  return ok(std::move(out));
}

bool listed(const json::array* list, std::string_view wanted) {
  if (list == nullptr) return false;
  return std::ranges::any_of(
      *list, [&](const json::value& one) { return one.is_string() && one.get_string() == wanted; });
}

void write_header(JsonText& out, const Invoice& one, Epoch epoch) {
  const std::string head = "E_system_发票主体_";
  Money sum{one.minor, "CNY"};
  out.open().text("id", one.id).number("useCount", 0).number("totalCount", 1);
  out.text(head + "发票代码", one.code).text(head + "发票号码", one.number);
  out.text(head + "发票类别", "DIGITAL_NORMAL").number(head + "发票日期", epoch.ms(kLongAgo));
  write_money(out, head + "发票金额", sum);
  write_money(out, head + "价税合计", sum);
  write_money(out, "E_税额", Money{0, "CNY"});
  out.flag(head + "验真", true).flag("active", false);  // not active: used on a document
  out.text("entityId", "system_发票主体").close();
}

/// By ids, else by codes, else a page; pages count from one.
std::optional<Response> read_query(const json::object& body, const json::array*& ids,
                                   const json::array*& codes, Page& page) {
  ids = list_of(body, "ids");
  codes = list_of(body, "codes");
  if (ids != nullptr && ids->empty()) ids = nullptr;
  if (ids != nullptr || (codes != nullptr && codes->empty())) codes = nullptr;
  if (ids != nullptr || codes != nullptr) return std::nullopt;
  std::optional<std::int64_t> index = number_of(body, "index");
  std::optional<std::int64_t> count = number_of(body, "count");
  if (!index || !count) return error(400, "查询条件不能为空");
  if (*index < 1 || *index > 1'000'000 || *count < 1) return error(400, "分页参数不正确");
  page.count = static_cast<std::size_t>(std::min<std::int64_t>(*count, 100));
  page.start = static_cast<std::size_t>(*index - 1) * page.count;
  return std::nullopt;
}

Handled search_invoices(Tenant& tenant, const Exchange& x, Instant) {
  const std::string& family = x.values.front();
  if (std::ranges::count(kFamilies, family) == 0) return error(400, "不支持的业务对象");
  Body body(x.request.body);
  if (body.object() == nullptr) return error(400, "查询条件不能为空");
  const json::array* ids = nullptr;
  const json::array* codes = nullptr;
  Page page;
  if (auto no = read_query(*body.object(), ids, codes, page)) return *no;
  std::vector<const Invoice*> rows;
  for (const Invoice& one : kInvoices) {
    std::string code = std::string(one.code) + ":" + std::string(one.number);
    bool wanted = ids != nullptr ? listed(ids, one.id) : codes == nullptr || listed(codes, code);
    if (one.family == family && wanted) rows.push_back(&one);
  }
  return page_of_rows(
      rows, page, [&](JsonText& out, const Invoice& one) { write_header(out, one, tenant.epoch); });
}

constexpr Operation kOperations[] = {
    {"POST", "/api/openapi/v2/extension/flow/INVOICE/search", "findInvoicesOfFlows",
     find_invoices_of_flows},
    {"POST", "/api/openapi/v2/extension/INVOICE/object/{objectId}/search", "searchInvoices",
     search_invoices},
};

}  // namespace

OperationList invoice_operations() { return kOperations; }

}  // namespace mayday::hesi
