#include <algorithm>

#include "body.h"
#include "lists.h"
#include "operations.h"
#include "shapes.h"
#include "template_fields.h"

namespace mayday::hesi {
namespace {

Handled list_specifications(Tenant&, const Exchange& x, Instant) {
  if (auto no = missing(x, {"type"})) return *no;
  constexpr std::string_view kTypes[] = {"expense", "loan", "requisition", "payment", "custom"};
  std::string_view type = x.target.query("type");
  if (std::ranges::count(kTypes, type) == 0) return error(412, "单据类型不正确");
  bool some_group = !x.target.query("specificationGroupId").empty();  // the tenant has no groups
  JsonText out;
  out.open().name("items").open_list();
  for (const FlowTemplate& one : templates()) {
    if (one.form_type != type || some_group) continue;
    out.open().text("id", one.id).text("name", one.name).flag("active", true);
    write_visibility(out, one.visible_to);
    out.close();
  }
  out.close_list().close();
  return ok(std::move(out));
}

void write_specification(JsonText& out, const FlowTemplate& one) {
  out.open().text("id", one.current).text("corporationId", kCorporation);
  out.text("name", one.name).text("state", "PUBLISHED").name("form");
  write_form_fields(out, one.form_type);
  write_visibility(out, one.visible_to);
  out.text("flowType", one.form_type).close();
}

/// Of a list that is only partly right the right ones are answered; the documents do not say.
Handled get_specifications(Tenant&, const Exchange& x, Instant) {
  JsonText out;
  out.open().name("items").open_list();
  bool any = false;
  for (std::string_view id : comma_list(x.values.front())) {
    auto found = std::ranges::find(templates(), id, &FlowTemplate::id);
    if (found == templates().end()) continue;
    write_specification(out, *found);
    any = true;
  }
  if (!any) return error(412, "单据模板不存在");
  out.close_list().close();
  return ok(std::move(out));
}

void write_fee_type(JsonText& out, const FeeType& one) {
  out.open().text("id", one.id).text("corporationId", kCorporation).text("name", one.name);
  out.text("code", one.code).text("expenseSpecificationId", one.expense);
  out.text("requisitionSpecificationId", one.requisition).null("receiptSpecificationId");
  out.name("expenseForm");
  write_detail_fields(out, true);
  out.name("requisitionForm");
  write_detail_fields(out, false);
  out.null("receiptForm").close();
}

Handled get_fee_type_templates(Tenant&, const Exchange& x, Instant) {
  Body body(x.request.body);
  JsonText out;
  out.open().name("items").open_list();
  bool any = false;
  for (const FeeType& one : fee_types()) {
    if (body.object() == nullptr) break;
    if (!lists_text(*body.object(), "ids", one.id) &&
        !lists_text(*body.object(), "codes", one.code))
      continue;
    write_fee_type(out, one);
    any = true;
  }
  if (!any) return error(412, "费用类型不存在");
  out.close_list().close();
  return ok(std::move(out));
}

constexpr Operation kOperations[] = {
    {"GET", "/api/openapi/v1/specifications/latestByType", "listSpecifications",
     list_specifications},
    {"GET", "/api/openapi/v2/specifications/byIds/[{ids}]", "getSpecifications",
     get_specifications},
    {"POST", "/api/openapi/v2/specifications/feeType/byIdsAndCodes", "getFeeTypeTemplates",
     get_fee_type_templates},
};

}  // namespace

OperationList template_operations() { return kOperations; }

}  // namespace mayday::hesi
