#include "mayday/scoring/gates.h"

#include <algorithm>

namespace mayday {
namespace {

constexpr std::int64_t kPoint = 100;

Duration slowest_recovery(const DrillFacts& facts) {
  Duration slowest{0};
  for (const FaultTimeline& fault : facts.faults)
    slowest = std::max(slowest, between(fault.symptom, fault.recovered));
  return slowest;
}

GateResult judge_points(const GatePlan& gate, std::int64_t actual, Text note) {
  return {gate.name, gate.limit, actual, actual >= gate.limit * kPoint, std::move(note)};
}

GateResult judge_dimension(const GatePlan& gate, const Scorecard& card) {
  for (const Dimension& dimension : card.dimensions)
    if (dimension.id == gate.name && dimension.applies)
      return judge_points(gate, dimension.points, {"该维度得分", "points of this dimension"});
  return {gate.name, gate.limit, 0, false, {"该维度不适用", "this dimension does not apply"}};
}

GateResult judge_books(const GatePlan& gate, const BooksCheck& books) {
  if (!books.known)
    return {gate.name, gate.limit, 0, false, {"没有账目可核对", "there are no books to compare"}};
  return {gate.name,
          gate.limit,
          books.lost,
          books.lost <= gate.limit,
          {"丢失订单", "orders lost at close"}};
}

GateResult judge(const GatePlan& gate, const Scorecard& card, const DrillFacts& facts) {
  if (gate.name == "score")
    return judge_points(gate, card.low, {"区间下限", "low end of the interval"});
  if (gate.name == "baseline")
    return judge_points(gate, card.low,
                        {"不低于基线两分以上", "at most two points below the baseline"});
  if (gate.name == "recover") {
    std::int64_t actual = slowest_recovery(facts).count();
    return {gate.name,
            gate.limit,
            actual,
            actual <= gate.limit,
            {"自首个症状起最慢的恢复", "slowest recovery, from the first symptom"}};
  }
  if (gate.name == "lost_orders") return judge_books(gate, card.books);
  return judge_dimension(gate, card);
}

}  // namespace

std::vector<GateResult> judge_gates(const Plan& plan, const Scorecard& card,
                                    const DrillFacts& facts) {
  std::vector<GateResult> results;
  for (const GatePlan& gate : plan.gates) results.push_back(judge(gate, card, facts));
  return results;
}

}  // namespace mayday
