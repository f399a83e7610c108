#include "templates.h"

#include <algorithm>

namespace mayday::hesi {
namespace {

constexpr std::string_view kZhou = "Kq7DrillCorp00:ID01drStfZhou1";
constexpr std::string_view kQin = "Kq7DrillCorp00:ID01drStfQin01";

constexpr PlanStep check(std::string_view config) {
  return {"费用标准检查", NodeKind::check, {}, config};
}
constexpr PlanStep manager(std::string_view name, std::string_view config, bool picked = false) {
  return {name, NodeKind::person, kZhou, config, true, picked};
}
constexpr PlanStep editable(PlanStep step) {
  step.editable = true;
  return step;
}
constexpr PlanStep cashier(std::string_view config) {
  return {"出纳支付", NodeKind::cashier, kQin, config};
}

// Only one template's nodes have published configuration ids; the others' follow the same pattern.
constexpr PlanStep kTrip[] = {check("ID01drCnTrip01"),
                              editable(manager("主管审批", "ID01drCnTrip02")),
                              cashier("ID01drCnTrip03")};
constexpr PlanStep kRequisition[] = {check("ID01drCnReq001"),
                                     manager("主管审批", "ID01drCnReq002")};
constexpr PlanStep kLoan[] = {check("ID01drCnLoan01"), manager("主管审批", "ID01drCnLoan02"),
                              cashier("ID01drCnLoan03")};
constexpr PlanStep kPayment[] = {check("ID01drCnPay001"),
                                 {"财务复核", NodeKind::person, kQin, "ID01drCnPay002"},
                                 cashier("ID01drCnPay003")};
constexpr PlanStep kOutside[] = {check("ID01drCnBot001"),
                                 {"外部系统审核", NodeKind::robot, {}, "ID01drCnBot002"},
                                 manager("主管审批", "ID01drCnBot003")};
constexpr PlanStep kPick[] = {check("ID01drCnPick01"), manager("直属主管", "ID01drCnPick02", true),
                              cashier("ID01drCnPick03")};
constexpr PlanStep kVip[] = {check("ID01drCnVip001"), cashier("ID01drCnVip002")};

constexpr FlowTemplate kTemplates[] = {
    {"ID01drSpcTrip1",
     "ID01drSpcTrip1:7b00ba48d31b64a5d394c04b30d35bf0fc5422a6",
     "ID01drSpcTrip1:981ed08e03c924628e93f73fb1111a985ddca2da",
     "差旅报销单",
     "expense",
     'B',
     {},
     kTrip},
    {"ID01drSpcReq01",
     "ID01drSpcReq01:58131f999e6dd0ee446dbfc2b9b7992437395501",
     "ID01drSpcReq01:6978cdb9d9add1c9ee4f3a83cdf3d62b70ca3bc6",
     "差旅申请单",
     "requisition",
     'S',
     {},
     kRequisition},
    {"ID01drSpcLoan1",
     "ID01drSpcLoan1:9943b6362538e7d2d0caa2f8a7f18bf228847363",
     "ID01drSpcLoan1:6656599f77468a59808ac3acf4037f5af1570b88",
     "借款单",
     "loan",
     'J',
     {},
     kLoan},
    {"ID01drSpcPay01",
     "ID01drSpcPay01:fce3b29cf39212bfc411361c7ec11c69efb8cdb0",
     "ID01drSpcPay01:daf3658ab256ff9cad248ef36c0496fa0954a8d6",
     "付款单",
     "payment",
     'Z',
     {},
     kPayment},
    {"ID01drSpcBot01",
     "ID01drSpcBot01:7443e83ad2981f55639d84b20c8a0d641607354c",
     "ID01drSpcBot01:cc20ca59171392f4f277e86c586e0f6dde431348",
     "外部审核报销单",
     "expense",
     'B',
     {},
     kOutside},
    {"ID01drSpcPick1",
     "ID01drSpcPick1:fd41347737f62af95806b91793de8ab299a1f295",
     "ID01drSpcPick1:c4c4e54af8ebac7e5ed01ab24eaca70f072ea34e",
     "自选审批报销单",
     "expense",
     'B',
     {},
     kPick},
    {"ID01drSpcVip01", "ID01drSpcVip01:ded8a757acb2adf77567442ef55750817e862212",
     "ID01drSpcVip01:0889987f49ef5a5586d96a8bd850b2669e8fde00", "高管报销单", "expense", 'B', kZhou,
     kVip},
};

constexpr FeeType kFeeTypes[] = {
    {"Kq7DrillCorp00:hotel", "HOTEL", "Hotel",
     "Kq7DrillCorp00:hotel:expense:4952d33dad3cfd9929eb83e20d372a4128db832c",
     "Kq7DrillCorp00:hotel:requisition:fdb578a02e9d57b49741073805966a25887b2245",
     "Kq7DrillCorp00:hotel:expense:0bb10adf152460eee244b3ad17efd1dfe7d889d9"},
    {"Kq7DrillCorp00:flight", "FLIGHT", "Flight",
     "Kq7DrillCorp00:flight:expense:2603f9f27e680d2a113a422bd96b352f8ec908a4",
     "Kq7DrillCorp00:flight:requisition:a2f7d88d9dc6fdfb9867cf26aca8466ac5b63be0",
     "Kq7DrillCorp00:flight:expense:d09e1235520a7413e0913364aed16bec3c777953"},
};

}  // namespace

std::span<const FlowTemplate> templates() { return kTemplates; }
std::span<const FeeType> fee_types() { return kFeeTypes; }

const FlowTemplate* find_template(std::string_view versioned_id) {
  auto found = std::ranges::find_if(kTemplates, [&](const FlowTemplate& one) {
    return one.current == versioned_id || one.superseded == versioned_id;
  });
  return found == std::end(kTemplates) ? nullptr : found;
}

const FeeType* find_fee_type(std::string_view id) {
  auto found = std::ranges::find(kFeeTypes, id, &FeeType::id);
  return found == std::end(kFeeTypes) ? nullptr : found;
}

}  // namespace mayday::hesi
