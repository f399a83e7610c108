#include "mayday/reports/junit_xml.h"

#include <pugixml.hpp>
#include <sstream>

#include "gate_text.h"
#include "mayday/reports/figures.h"
#include "mayday/reports/language.h"
#include "safe_text.h"

namespace mayday {
namespace {

bool judged(const Scorecard& card) { return card.verdict == "pass" || card.verdict == "fail"; }

void set(pugi::xml_node node, const char* name, std::string_view value) {
  node.append_attribute(name) = visible(value).c_str();
}

void property(pugi::xml_node to, std::string_view name, std::string_view value) {
  pugi::xml_node node = to.append_child("property");
  set(node, "name", name);
  set(node, "value", value);
}

/// What went wrong, as the child that JUnit readers look for.
void trouble(pugi::xml_node test, const char* element, std::string_view type,
             std::string_view message) {
  pugi::xml_node node = test.append_child(element);
  set(node, "message", message);
  set(node, "type", type);
}

pugi::xml_node test_case(pugi::xml_node suite, const Scorecard& card, std::string_view group,
                         std::string_view name) {
  pugi::xml_node test = suite.append_child("testcase");
  set(test, "classname", "mayday." + card.scenario + "." + std::string(group));
  set(test, "name", name);
  set(test, "time", "0.000");
  return test;
}

void verdict_case(pugi::xml_node suite, const Scorecard& card) {
  pugi::xml_node test = test_case(suite, card, "drill", "verdict");
  if (!judged(card))
    trouble(test, "error", card.verdict, card.verdict + ": " + in(card.why, Language::en));
}

void gate_case(pugi::xml_node suite, const Scorecard& card, const GateResult& gate) {
  pugi::xml_node test = test_case(suite, card, "gate", gate.name);
  if (!judged(card))
    return trouble(test, "error", card.verdict, "not judged: " + in(card.why, Language::en));
  if (!gate.passed) trouble(test, "failure", "gate", gate_sentence(gate));
}

const GateResult* broken_gate(const Scorecard& card, std::string_view name) {
  for (const GateResult& gate : card.gates)
    if (gate.name == name && !gate.passed) return &gate;
  return nullptr;
}

void dimension_case(pugi::xml_node suite, const Scorecard& card, const Dimension& dimension) {
  pugi::xml_node test =
      test_case(suite, card, "dimension", dimension.id + " " + in(dimension.name, Language::en));
  if (!dimension.applies || !judged(card)) {
    std::string why = dimension.applies ? "not judged" : in(dimension.note, Language::en);
    test.append_child("skipped").text() = visible(why).c_str();
    return;
  }
  if (const GateResult* gate = broken_gate(card, dimension.id))
    trouble(test, "failure", "gate", gate_sentence(*gate));
}

/// What each dimension came to, for a reader of the log.
std::string bars(const Scorecard& card) {
  std::string out;
  for (const Dimension& dimension : card.dimensions)
    if (dimension.applies)
      out += visible(dimension.id + " " + in(dimension.name, Language::en) + ": " + dimension.mark +
                     " " + ratio(dimension.value) + ", " + points(dimension.points) + " points") +
             "\n";
  return out;
}

void properties(pugi::xml_node suite, const Scorecard& card) {
  pugi::xml_node list = suite.append_child("properties");
  property(list, "verdict", card.verdict);
  property(list, "score", points(card.score));
  property(list, "low", points(card.low));
  property(list, "high", points(card.high));
  property(list, "letter", card.letter);
  property(list, "ledger_head", card.ledger_head);
  property(list, "model", card.model);
  property(list, "profile", card.profile);
  property(list, "world", card.world);
  property(list, "seed", std::to_string(card.seed));
  for (const FaultStamps& fault : card.timestamps)
    for (const Stamp& stamp : fault.stamps)
      if (stamp.at != kNever)
        property(list, fault.fault + "." + stamp.name + "_seconds", seconds(stamp.at.since_start));
}

std::size_t cases_with(pugi::xml_node suite, const char* child) {
  std::size_t count = 0;
  for (pugi::xml_node test : suite.children("testcase")) count += test.child(child) ? 1U : 0U;
  return count;
}

/// The strictest reader wants no zone; the time is UTC.
std::string zoneless(std::int64_t since_1970) {
  std::string text = rfc3339(std::chrono::seconds{since_1970});
  text.pop_back();
  return text;
}

/// Counts stand before the cases in the file but are known only after them.
void count(pugi::xml_node suite) {
  std::size_t tests = 0;
  for (pugi::xml_node test : suite.children("testcase")) tests += test ? 1U : 0U;
  set(suite, "tests", std::to_string(tests));
  set(suite, "failures", std::to_string(cases_with(suite, "failure")));
  set(suite, "errors", std::to_string(cases_with(suite, "error")));
  if (std::size_t skipped = cases_with(suite, "skipped"))
    set(suite, "skipped", std::to_string(skipped));
}

}  // namespace

std::string junit_xml(const Scorecard& card) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  pugi::xml_node suites = document.append_child("testsuites");
  pugi::xml_node suite = suites.append_child("testsuite");
  set(suite, "id", "0");
  set(suite, "package", "mayday");
  set(suite, "name", card.scenario.empty() ? "drill" : card.scenario);
  properties(suite, card);
  verdict_case(suite, card);
  for (const GateResult& gate : card.gates) gate_case(suite, card, gate);
  for (const Dimension& dimension : card.dimensions) dimension_case(suite, card, dimension);
  suite.append_child("system-out").text() = bars(card).c_str();
  suite.append_child("system-err");
  count(suite);
  set(suite, "time", seconds(card.last.since_start));
  set(suite, "timestamp", zoneless(card.starts));
  set(suite, "hostname", "mayday");
  std::ostringstream out;
  document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
  return std::move(out).str();
}

}  // namespace mayday
