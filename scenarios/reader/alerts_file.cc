#include "alerts_file.h"

#include <chrono>
#include <set>

#include "durations.h"
#include "names.h"
#include "operations.h"
#include "scalars.h"
#include "vocabulary_file.h"

namespace mayday::reader {
namespace {

const Names kConditionKeys = {
    "journey",           "member", "operation", "success_below", "latency_p95_above",
    "http_errors_above", "over",   "hold",      "least"};

/// Whose calls count, and which of them.
void read_calls(const Fields& condition, AlertRule& rule) {
  Member member = read_target(condition.need("member"));
  rule.journey = to_text(member);
  if (const Node* operation = condition.find("operation"))
    rule.operation = read_choice(*operation, "operation", operation_names(member));
}

/// The one measure of a condition, its subject and its limit.
void read_measure(const Fields& condition, const Names& journeys, AlertRule& rule) {
  int measures = 0;
  if (const Node* limit = condition.find("success_below")) {
    ++measures;
    rule.measure = Measure::success_rate;
    rule.limit = read_share(*limit);
  }
  if (const Node* limit = condition.find("latency_p95_above")) {
    ++measures;
    rule.measure = Measure::latency_p95;
    rule.limit = std::chrono::duration_cast<std::chrono::milliseconds>(read_length(*limit)).count();
  }
  if (const Node* limit = condition.find("http_errors_above")) {
    ++measures;
    rule.measure = Measure::http_errors;
    rule.limit = read_share(*limit);
  }
  if (measures != 1)
    condition.node().fail(
        "a condition has one of success_below, latency_p95_above and http_errors_above");
  bool calls = rule.measure == Measure::http_errors;
  std::string_view subject = calls ? "member" : "journey";
  std::string_view other = calls ? "journey" : "member";
  if (const Node* wrong = condition.find(other))
    wrong->fail("this measure is about a " + std::string(subject) + ", not a " +
                std::string(other));
  if (calls) return read_calls(condition, rule);
  if (const Node* operation = condition.find("operation"))
    operation->fail("this measure is about journeys, not about calls");
  rule.journey = read_choice(condition.need(subject), "journey", journeys);
}

AlertRule read_rule(const Node& node, const Vocabulary& vocabulary, const Names& journeys) {
  Fields fields(node, "an alert rule",
                {"alert", "severity", "summary", "component", "symptom", "functions", "when"});
  AlertRule rule;
  rule.alert = read_name(fields.need("alert"), "an alert's name");
  rule.severity = read_choice(fields.need("severity"), "severity", {"page", "ticket"});
  rule.summary = read_text(fields.need("summary"), "the summary");
  rule.component = read_component(fields.need("component"), vocabulary);
  rule.symptom = read_kind(fields.need("symptom"), vocabulary);
  for (const Node* function : one_or_many(fields.need("functions")))
    rule.functions.push_back(read_choice(*function, "function", kFunctions));
  Fields condition(fields.need("when"), "an alert's condition", kConditionKeys);
  read_measure(condition, journeys, rule);
  rule.over = read_length(condition.need("over"));
  rule.hold = read_duration(condition.need("hold"));
  rule.least = read_integer(condition.need("least"), "least", 1, 1'000'000);
  return rule;
}

}  // namespace

std::vector<AlertRule> read_alerts(const std::string& path, const Vocabulary& vocabulary,
                                   const std::vector<std::string>& journeys) {
  Document document(path);
  Fields fields(document.root(), "a file of alert rules", {"alerts"});
  const Node& list = fields.need("alerts");
  expect_list(list, "the list of alerts");
  std::vector<AlertRule> rules;
  std::set<std::string> names;
  for (const Node& node : list.items) {
    AlertRule rule = read_rule(node, vocabulary, Names(journeys.begin(), journeys.end()));
    if (!names.insert(rule.alert).second)
      node.fail("a second alert has the name " + quote(rule.alert));
    rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace mayday::reader
