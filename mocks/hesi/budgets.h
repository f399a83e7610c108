#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "flow_shelf.h"

namespace mayday::hesi {

enum class BudgetControl : unsigned char { allow, forbid };

/// A node of the tenant's one budget package. It counts the expense documents of one department;
/// the root counts those of all its children.
struct BudgetNode {
  std::string_view id;
  std::string_view node;
  std::string_view parent;
  std::string_view code;
  std::string_view name;
  BudgetControl control = BudgetControl::allow;
  std::int64_t minor = 0;
  std::string_view department;  ///< Empty: the root.
};
inline constexpr std::string_view kBudget = "ID01drBudget01";
std::span<const BudgetNode> budget_nodes();

/// Minor units. What remains is the budget without both.
struct BudgetUsage {
  std::int64_t confirmed = 0;  ///< Paid and finished documents.
  std::int64_t occupied = 0;   ///< Documents in approval or payment.
};
BudgetUsage usage_of(const BudgetNode& node, const FlowShelf& flows);

/// This document, which is among `flows` and occupies its amount, exceeds a budget that forbids it.
bool over_budget(const FlowShelf& flows, const Flow& flow);

}  // namespace mayday::hesi
