#pragma once

#include <span>
#include <string_view>

namespace mayday::hesi {

/// Who or what works at a node of an approval plan.
enum class NodeKind : unsigned char {
  check,    ///< Hesi's own cost check robot; passes by itself.
  robot,    ///< A robot that waits for an outside system.
  person,   ///< An approver.
  cashier,  ///< 出纳支付: approval is over, payment is waited for.
};

struct PlanStep {
  std::string_view name;
  NodeKind kind = NodeKind::person;
  std::string_view approver;     ///< Staff id; the fixture's, for `by_manager` the fallback.
  std::string_view config_node;  ///< Id of the node in the plan's configuration.
  bool by_manager = false;       ///< The submitter's department manager, where one is known.
  bool hand_picked = false;      ///< Somebody must be chosen at submission.
  bool editable = false;         ///< Documents may be changed while they are here.
};

/// A document template of the tenant.
struct FlowTemplate {
  std::string_view id;
  std::string_view current;     ///< With version; the only one accepted.
  std::string_view superseded;  ///< Was current once.
  std::string_view name;
  std::string_view form_type;  ///< expense | requisition | loan | payment.
  char code_prefix = 'B';
  std::string_view visible_to;  ///< The only staff id that may use it; empty: everyone.
  std::span<const PlanStep> plan;
};

struct FeeType {
  std::string_view id;
  std::string_view code;
  std::string_view name;
  std::string_view expense;      ///< Detail template with version.
  std::string_view requisition;  ///< Detail template with version.
  std::string_view superseded_expense;
};

std::span<const FlowTemplate> templates();
std::span<const FeeType> fee_types();

/// By id with version, current or superseded; nullptr when there is none.
const FlowTemplate* find_template(std::string_view versioned_id);
const FeeType* find_fee_type(std::string_view id);

}  // namespace mayday::hesi
