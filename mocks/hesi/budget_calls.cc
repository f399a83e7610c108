#include <algorithm>

#include "budgets.h"
#include "fixtures.h"
#include "lists.h"
#include "operations.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

std::string amount(std::int64_t minor) { return decimal(Money{minor, "CNY"}); }

bool is_leaf(const BudgetNode& node) {
  return std::ranges::count(budget_nodes(), node.node, &BudgetNode::parent) == 0;
}

Handled list_budgets(Tenant& tenant, const Exchange&, Instant) {
  JsonText out;
  out.open().name("items").open_list().open().text("id", kBudget).number("version", 1);
  out.flag("active", true).text("name", "2026 travel").text("corporationId", kCorporation);
  out.name("period").open().text("annual", "2026").text("period", "YEAR");
  out.text("periodControl", "NATURAL_YEAR").number("startTime", tenant.epoch.ms(kLongAgo));
  out.number("endTime", tenant.epoch.ms(kLongAgo + 365 * 24h)).close();
  for (std::string_view flag : {"delete", "isFiscalYear", "isCustom", "isRollCalc", "isEdit"})
    out.flag(flag, false);
  out.flag("isCalcEnd", true).close().close_list().close();
  return ok(std::move(out));
}

void write_node(JsonText& out, const BudgetNode& node) {
  out.open().text("id", node.id).text("nodeId", node.node).text("code", node.code);
  out.text("name", node.name).text("parentId", node.parent).flag("isLeaf", is_leaf(node));
  out.text("control", node.control == BudgetControl::forbid ? "FORBID" : "ALLOW");
  out.raw("overControllerRate", "100.0").flag("freeze", false).text("budgetId", kBudget);
  out.number("budgetVersion", 1).name("content").open_list().close_list();
  out.name("moneys").open_list().open().text("nodeId", node.node).text("periodTime", "1");
  out.raw("budgetMoney", amount(node.minor)).close().close_list().close();
}

void write_usage(JsonText& out, const BudgetNode& node, const FlowShelf& flows) {
  BudgetUsage usage = usage_of(node, flows);
  out.open().text("budgetId", kBudget).text("nodeId", node.node).text("periodTime", "1");
  out.number("budgetVersion", 1).raw("budgetMoney", amount(node.minor));
  out.raw("confirmedMoney", amount(usage.confirmed));
  out.raw("occupiedMoney", amount(usage.occupied)).flag("isLeaf", is_leaf(node)).close();
}

/// The node and its children, one level only.
std::vector<const BudgetNode*> family_of(std::string_view wanted) {
  std::vector<const BudgetNode*> family;
  for (const BudgetNode& node : budget_nodes()) {
    bool it = wanted.empty() ? node.parent.empty() : node.node == wanted;
    bool child = !family.empty() && node.parent == family.front()->node;  // parents come first
    if (it || child) family.push_back(&node);
  }
  return family;
}

Handled query_budget_node(Tenant& tenant, const Exchange& x, Instant) {
  if (x.values.front() != kBudget) return error(400, "不存在的预算包");
  Page page = read_page(x, "start", false);
  if (page.refusal) return *page.refusal;
  std::vector<const BudgetNode*> family = family_of(x.target.query("nodeId"));
  if (family.empty()) return error(400, "不存在的预算节点");  // not documented
  auto [from, to] = page.within(family.size());
  JsonText out;
  out.open().name("value").open().name("nodes").open_list();
  for (std::size_t i = from; i < to; ++i) write_node(out, *family[i]);
  out.close_list().name("monies").open_list();
  for (std::size_t i = from; i < to; ++i) write_usage(out, *family[i], tenant.flows);
  out.close_list();
  for (std::string_view list : {"visibilities", "editInChargers"})
    out.name(list).open_list().close_list();
  out.close().close();
  return ok(std::move(out));
}

constexpr Operation kOperations[] = {
    {"GET", "/api/openapi/v2/budgets", "listBudgets", list_budgets},
    {"GET", "/api/openapi/v2/budgets/${budgetId}/query", "queryBudgetNode", query_budget_node},
};

}  // namespace

OperationList budget_operations() { return kOperations; }

}  // namespace mayday::hesi
