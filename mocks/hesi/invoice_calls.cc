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

bool some(const json::object& body, std::string_view list) {
  const json::array* values = list_of(body, list);
  return values != nullptr && !values->empty();
}

/// Pages count from one.
Page read_numbered_page(const json::object& body) {
  Page page;
  std::optional<std::int64_t> index = number_of(body, "index");
  std::optional<std::int64_t> count = number_of(body, "count");
  if (!index || !count) {
    page.refusal = error(400, "查询条件不能为空");
  } else if (*index < 1 || *index > 1'000'000 || *count < 1) {
    page.refusal = error(400, "分页参数不正确");
  } else {
    page.count = static_cast<std::size_t>(std::min<std::int64_t>(*count, 100));
    page.start = static_cast<std::size_t>(*index - 1) * page.count;
  }
  return page;
}

/// By ids, else by codes, else a page of all.
Handled search_invoices(Tenant& tenant, const Exchange& x, Instant) {
  const std::string& family = x.values.front();
  if (std::ranges::count(kFamilies, family) == 0) return error(400, "不支持的业务对象");
  Body read(x.request.body);
  if (read.object() == nullptr) return error(400, "查询条件不能为空");
  const json::object& body = *read.object();
  bool by_id = some(body, "ids");
  bool by_code = !by_id && some(body, "codes");
  Page page = by_id || by_code ? Page{} : read_numbered_page(body);
  if (page.refusal) return *page.refusal;
  std::vector<const Invoice*> rows;
  for (const Invoice& one : kInvoices) {
    std::string code = std::string(one.code) + ":" + std::string(one.number);
    bool wanted = by_id     ? lists_text(body, "ids", one.id)
                  : by_code ? lists_text(body, "codes", code)
                            : true;
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
