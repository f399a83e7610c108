#include "budget_desk.h"

#include <cmath>
#include <optional>

#include "answers.h"
#include "company.h"
#include "mayday/base/money.h"

namespace mayday {
namespace {

/// Hesi writes sums as JSON numbers, which may have a fraction.
std::optional<Money> sum_in(const json::value& usage, std::string_view name) {
  const json::value& sum = member_of(usage, name);
  if (!sum.is_number()) return std::nullopt;
  return Money{std::llround(sum.to_number<double>() * 100), "CNY"};
}

}  // namespace

Task<Response> BudgetDesk::show(Caller caller) {
  HesiCall call(Operation::query_budget_node, "GET",
                "/api/openapi/v2/budgets/$" + std::string(company::kBudget) + "/query",
                caller.origin, caller.call_name(Operation::query_budget_node));
  call.query = "&start=0&count=10";
  Answer read = co_await hesi_.call(std::move(call));
  // Without a node's id the first one is the root: the whole company.
  const json::value& usage = first_of(member_of(member_of(read.body(), "value"), "monies"));
  std::optional<Money> budget = sum_in(usage, "budgetMoney");
  std::optional<Money> confirmed = sum_in(usage, "confirmedMoney");
  std::optional<Money> occupied = sum_in(usage, "occupiedMoney");
  if (!read.good() || !budget || !confirmed || !occupied)
    co_return refusal(read.gateway_status(), "budget_not_read");
  Money used{confirmed->minor + occupied->minor, budget->currency};
  Money left{budget->minor - used.minor, budget->currency};
  json::object body;
  body["budget"] = decimal(*budget);
  body["used"] = decimal(used);
  body["left"] = decimal(left);
  co_return answer(200, body);
}

}  // namespace mayday
