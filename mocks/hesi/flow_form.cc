#include "flow_form.h"

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>

#include "body.h"
#include "mayday/base/json_text.h"
#include "money_field.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

using Refusal = std::optional<Response>;

Refusal wrong_type(std::string_view name) {
  return error(400, "字段[" + std::string(name) + "]的类型不正确");
}

Refusal refuse(MoneyFault fault) {
  switch (fault) {
    case MoneyFault::format:
      return error(412, "金额格式不正确");
    case MoneyFault::out_of_range:
      return error(400, "金额超出允许范围");
    case MoneyFault::exchange:
      return error(412, "本位币金额与外币金额乘汇率不一致");
  }
  return std::nullopt;
}

/// Times may come as a number or as a text of digits (contract M13); they are kept as numbers.
bool normalise_time(json::object& in, std::string_view name) {
  json::value* field = in.if_contains(name);
  if (field == nullptr || field->is_null() || field->is_int64()) return true;
  std::optional<std::int64_t> at = number_of(in, name);
  if (!at) return false;
  *field = *at;
  return true;
}

/// Reads one body. Each step returns a refusal or nothing.
class FormReader {
 public:
  FormReader(json::object& form, const Directory& people, int empty_status, FlowForm& out)
      : form_(form), people_(people), empty_status_(empty_status), out_(out) {}

  Refusal read() {
    if (auto no = read_template()) return no;
    if (auto no = read_texts()) return no;
    if (auto no = read_submitter()) return no;
    if (auto no = read_times()) return no;
    if (auto no = has_details() ? read_details() : std::nullopt) return no;
    if (auto no = read_sums()) return no;
    read_links();
    keep();
    return std::nullopt;
  }

 private:
  Refusal empty_field(std::string_view label) const {
    return error(empty_status_, "必填字段[" + std::string(label) + "]没有值");
  }

  bool is(std::string_view type) const { return out_.form->form_type == type; }
  bool has_details() const { return is("expense") || is("requisition"); }
  std::string_view sum_name() const {
    if (is("requisition")) return "requisitionMoney";
    return is("loan") ? "loanMoney" : "payMoney";
  }

  Refusal read_template() {
    std::string_view id = text_of(form_, "specificationId");
    out_.form = find_template(id);
    if (out_.form == nullptr) return error(400, "单据模板不存在");
    if (out_.form->current != id) return error(400, "单据模板已有新版本，请重新获取");
    return std::nullopt;
  }

  Refusal read_texts() {
    constexpr std::string_view kTexts[] = {"title", "submitterId", "payeeId", "outerCode"};
    for (std::string_view name : kTexts) {
      const json::value* field = form_.if_contains(name);
      if (field != nullptr && !field->is_null() && !field->is_string()) return wrong_type(name);
    }
    out_.title = text_of(form_, "title");
    out_.payee = text_of(form_, "payeeId");
    out_.outer_code = text_of(form_, "outerCode");
    if (out_.title.empty()) return empty_field("标题");
    if (text_of(form_, "submitterId").empty()) return empty_field("提交人");
    return std::nullopt;
  }

  Refusal read_submitter() {
    out_.submitter = people_.find(text_of(form_, "submitterId"));
    if (out_.submitter == nullptr || !out_.submitter->active || !out_.submitter->activated)
      return error(400, "提交人已离职或未激活");
    std::string_view only = out_.form->visible_to;
    if (!only.empty() && only != out_.submitter->id)
      return error(412, "提交人不在单据模板的可见范围内");
    return std::nullopt;
  }

  Refusal read_times() {
    for (std::string_view name : {"expenseDate", "requisitionDate", "loanDate", "repaymentDate"})
      if (!normalise_time(form_, name)) return wrong_type(name);
    return std::nullopt;
  }

  Refusal read_details() {
    const json::value* field = form_.if_contains("details");
    if (field == nullptr || field->is_null()) return empty_field("费用明细");
    json::array* details = list_of(form_, "details");
    if (details == nullptr) return wrong_type("details");
    if (details->empty()) return empty_field("费用明细");
    for (json::value& line : *details) {
      if (!line.is_object()) return wrong_type("details");
      if (auto no = read_line(line.get_object())) return no;
    }
    return std::nullopt;
  }

  Refusal read_line(json::object& line) {
    std::string_view spec = text_of(line, "specificationId");
    const FeeType* fee = find_fee_type(text_of(line, "feeTypeId"));
    if (fee == nullptr || spec.empty()) return error(400, "费用类型模板不存在");
    std::string_view right = is("expense") ? fee->expense : fee->requisition;
    if (spec != right) return wrong_detail_template(*fee, spec);
    json::object* values = object_of(line, "feeTypeForm");
    if (values == nullptr) return empty_field("费用明细");
    json::value* amount = values->if_contains("amount");
    if (amount == nullptr || amount->is_null()) return empty_field("金额");
    auto money = read_money(*amount);
    if (const auto* fault = std::get_if<MoneyFault>(&money)) return refuse(*fault);
    out_.amount.minor += std::get<Money>(money).minor;
    if (!normalise_time(*values, "feeDate")) return wrong_type("feeDate");
    json::object* period = object_of(*values, "feeDatePeriod");
    if (period != nullptr && !(normalise_time(*period, "start") && normalise_time(*period, "end")))
      return wrong_type("feeDatePeriod");
    return std::nullopt;
  }

  Refusal wrong_detail_template(const FeeType& fee, std::string_view spec) const {
    if (spec == fee.superseded_expense && is("expense"))
      return error(400, "费用类型模板已有新版本，请重新获取");
    if (spec == fee.expense || spec == fee.requisition || spec == fee.superseded_expense)
      return error(400, "费用类型模板与单据类型不匹配");
    return error(400, "费用类型模板不存在");
  }

  /// Loans and payments name their sum; a requisition may; an expense's is computed, and one that
  /// is sent all the same must agree.
  Refusal read_sums() {
    json::value* sum = form_.if_contains(sum_name());
    bool absent = sum == nullptr || sum->is_null();
    if (absent) return has_details() ? std::nullopt : empty_field("金额");
    auto read = read_money(*sum);
    if (const auto* fault = std::get_if<MoneyFault>(&read)) return refuse(*fault);
    std::int64_t sent = std::get<Money>(read).minor;
    if (is("expense") && sent != out_.amount.minor) return error(412, "金额与自动计算的结果不一致");
    out_.amount.minor = sent;
    return std::nullopt;
  }

  /// One requisition as a whole, or several, line by line.
  void read_links() {
    if (std::string_view one = text_of(form_, "expenseLink"); !one.empty())
      out_.requisitions.emplace_back(one);
    const json::array* more = list_of(form_, "expenseLinks");
    if (more == nullptr) return;
    for (const json::value& one : *more)
      if (one.is_string()) out_.requisitions.emplace_back(one.get_string().c_str());
  }

  /// Fields of the system or of the tenant (u_…) stay; others are ignored (contract M12).
  bool kept_as_sent(std::string_view name) const {
    constexpr std::array<std::string_view, 16> kFields{
        "outerCode",       "title",        "submitterId",
        "specificationId", "expenseDate",  "expenseDepartment",
        "requisitionDate", "loanDate",     "repaymentDate",
        "loanDepartment",  "description",  "payeeId",
        "expenseLink",     "expenseLinks", "linkRequisitionInfo",
        "details"};
    return name.starts_with("u_") || std::ranges::find(kFields, name) != kFields.end();
  }

  void keep() {
    JsonText members;
    for (const auto& field : form_) {
      std::string_view name(field.key().data(), field.key().size());
      if (kept_as_sent(name)) members.raw(name, json::serialize(field.value()));
    }
    write_money(members, sum_name(), out_.amount);
    if (is("expense")) write_money(members, "expenseMoney", out_.amount);
    out_.kept = members.take();
  }

  json::object& form_;
  const Directory& people_;
  int empty_status_;
  FlowForm& out_;
};

/// The loans that the document repays (核销借款).
Refusal read_write_offs(const json::object& body, std::vector<WriteOff>& parts) {
  const json::object* params = object_of(body, "params");
  const json::array* loans = params == nullptr ? nullptr : list_of(*params, "loanWrittenOff");
  if (loans == nullptr) return std::nullopt;
  for (const json::value& loan : *loans) {
    if (!loan.is_object()) return error(400, kLoanNotFound);
    std::int64_t minor = minor_units(std::string(text_of(loan.get_object(), "amount")));
    if (minor < 0) return error(412, "金额格式不正确");
    parts.push_back({std::string(text_of(loan.get_object(), "loanInfoId")), minor});
  }
  return std::nullopt;
}

}  // namespace

FlowForm read_form(std::string_view text, const Directory& people, int empty_status) {
  FlowForm out;
  Body body(text);
  json::object* form = body.object() == nullptr ? nullptr : object_of(*body.object(), "form");
  if (form == nullptr) {
    out.refusal = error(400, "请求体不能为空");
    return out;
  }
  out.refusal = FormReader(*form, people, empty_status, out).read();
  if (!out.refusal) out.refusal = read_write_offs(*body.object(), out.write_offs);
  return out;
}

}  // namespace mayday::hesi
