#include "budgets.h"

#include <algorithm>

#include "phase.h"

namespace mayday::hesi {
namespace {

constexpr std::string_view kSales = "Kq7DrillCorp00:ID01drDepSale1";

constexpr BudgetNode kNodes[] = {
    {"ID01drBdn001", "DRN-ROOT", "", "ROOT", "Travel", BudgetControl::forbid, 100'000'00, {}},
    {"ID01drBdn002", "DRN-SALES", "DRN-ROOT", "SALES", "Sales", BudgetControl::allow, 60'000'00,
     kSales},
};

bool budgeted(std::string_view department) {
  return std::ranges::any_of(kNodes,
                             [&](const BudgetNode& node) { return node.department == department; });
}

bool counts(const BudgetNode& node, const Flow& flow) {
  if (flow.form->form_type != "expense") return false;
  return node.department.empty() ? budgeted(flow.department) : node.department == flow.department;
}

}  // namespace

std::span<const BudgetNode> budget_nodes() { return kNodes; }

BudgetUsage usage_of(const BudgetNode& node, const FlowShelf& flows) {
  BudgetUsage usage;
  for (const Flow& flow : flows.all()) {
    if (!counts(node, flow)) continue;
    if (phase_of(flow) == Phase::under_way) usage.occupied += flow.amount.minor;
    if (phase_of(flow) == Phase::finished) usage.confirmed += flow.amount.minor;
  }
  return usage;
}

bool over_budget(const FlowShelf& flows, const Flow& flow) {
  for (const BudgetNode& node : kNodes) {
    if (node.control != BudgetControl::forbid || !counts(node, flow)) continue;
    BudgetUsage usage = usage_of(node, flows);
    if (usage.confirmed + usage.occupied > node.minor) return true;
  }
  return false;
}

}  // namespace mayday::hesi
