#include "template_fields.h"

#include <span>

#include "mayday/base/check.h"

namespace mayday::hesi {
namespace {

struct Field {
  std::string_view name;
  std::string_view label;
  std::string_view type;
  bool optional = false;
  std::string_view from = {};  ///< Where its values come from, or empty.
};

constexpr Field kTitle{"title", "标题", "text"};
constexpr Field kSubmitter{"submitterId", "提交人", "select", false, "organization.Staff"};
constexpr Field kPayee{"payeeId", "收款信息", "select", false, "pay.PayeeInfo"};
constexpr Field kDetails{"details", "费用明细", "select", false, "flow.FeeType"};

constexpr Field kExpense[] = {
    kTitle,
    kSubmitter,
    kPayee,
    kDetails,
    {"expenseDate", "报销日期", "date", true},
    {"expenseDepartment", "报销部门", "select", true, "organization.Department"},
    {"description", "描述", "text", true},
    {"expenseLink", "关联申请", "select", true, "requisition.RequisitionInfo"},
    {"outerCode", "外部编号", "text", true}};
constexpr Field kRequisition[] = {
    kTitle,
    kSubmitter,
    kDetails,
    {"requisitionDate", "申请日期", "date", true},
    {"requisitionMoney", "申请金额", "money", true},
    {"u_行程规划", "行程规划", "select", true, "datalink.DataLinkEntity.d0a1f000000000000002"}};
constexpr Field kLoan[] = {kTitle,
                           kSubmitter,
                           {"loanMoney", "借款金额", "money"},
                           kPayee,
                           {"loanDate", "借款日期", "date", true},
                           {"repaymentDate", "还款日期", "date", true}};
constexpr Field kPayment[] = {kTitle, kSubmitter, {"payMoney", "支付金额", "money"}, kPayee};
constexpr Field kExpenseLine[] = {{"amount", "金额", "money"},
                                  {"feeDate", "日期", "date"},
                                  {"feeDatePeriod", "日期区间", "dateRange", true},
                                  {"consumptionReasons", "消费原因", "text", true},
                                  {"invoiceForm", "发票", "invoice", true}};
constexpr Field kRequisitionLine[] = {{"amount", "金额", "money"},
                                      {"feeDate", "日期", "date", true},
                                      {"consumptionReasons", "消费原因", "text", true}};

std::span<const Field> fields_of(std::string_view form_type) {
  if (form_type == "expense") return kExpense;
  if (form_type == "requisition") return kRequisition;
  if (form_type == "loan") return kLoan;
  MAYDAY_ASSERT(form_type == "payment");
  return kPayment;
}

void write_field(JsonText& out, const Field& field) {
  out.open().name(field.name).open().text("label", field.label).text("type", field.type);
  out.flag("optional", field.optional);
  if (!field.from.empty()) out.text("valueFrom", field.from);
  if (field.name == "title") out.number("maxLength", 50).number("minLength", 0);
  if (field.type == "money") out.text("max", "1000000000.00").text("min", "0.01");
  out.close().close();
}

void write_fields(JsonText& out, std::span<const Field> fields) {
  out.open_list();
  for (const Field& field : fields) write_field(out, field);
  out.close_list();
}

}  // namespace

void write_form_fields(JsonText& out, std::string_view form_type) {
  write_fields(out, fields_of(form_type));
}

void write_detail_fields(JsonText& out, bool expense) {
  write_fields(out, expense ? std::span<const Field>(kExpenseLine) : kRequisitionLine);
}

void write_visibility(JsonText& out, std::string_view only_staff) {
  out.name("visibility").open().flag("fullVisible", only_staff.empty());
  out.name("staffs").open_list();
  if (!only_staff.empty()) out.text(only_staff);
  out.close_list().name("roles").open_list().close_list();
  out.name("departments").open_list().close_list();
  out.flag("departmentsIncludeChildren", true).close();
}

}  // namespace mayday::hesi
