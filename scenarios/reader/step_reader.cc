#include "step_reader.h"

#include <algorithm>

#include "durations.h"
#include "names.h"
#include "placeholders.h"
#include "scalars.h"

namespace mayday::reader {
namespace {

const Names kKeys = {"name",         "function",         "call",    "headers", "body",
                     "expect",       "refused",          "unknown", "keep",    "until",
                     "refused_when", "alternative_when", "every",   "at_most"};

/// "POST /api/claims".
void read_call(const Node& node, Step& step) {
  const std::string& text = read_scalar(node, "a call");
  std::size_t space = std::min(text.find(' '), text.size());
  Names methods = {"GET", "POST", "PUT", "PATCH", "DELETE"};
  step.method = text.substr(0, space);
  if (std::find(methods.begin(), methods.end(), step.method) == methods.end())
    node.fail("unknown method " + quote(step.method) +
              "; a call is written like 'POST /api/claims'");
  step.target = space < text.size() ? text.substr(space + 1) : "";
  bool printable = std::all_of(step.target.begin(), step.target.end(),
                               [](char c) { return c > ' ' && c < 0x7f; });
  if (!step.target.starts_with('/') || !printable)
    node.fail("a call goes to a path of the desk, such as 'POST /api/claims', not " + quote(text));
}

std::vector<int> read_statuses(const Fields& fields, std::string_view key) {
  std::vector<int> statuses;
  const Node* list = fields.find(key);
  if (list == nullptr) return statuses;
  for (const Node* node : one_or_many(*list))
    statuses.push_back(static_cast<int>(read_integer(*node, "an HTTP status", 100, 599)));
  return statuses;
}

/// A map of words, such as `keep` and `until`, in the file's order.
std::vector<NameValue> read_pairs(const Fields& fields, std::string_view key) {
  std::vector<NameValue> pairs;
  const Node* map = fields.find(key);
  if (map == nullptr) return pairs;
  expect_map(*map, quote(key));
  for (const Entry& entry : map->entries)
    pairs.push_back({entry.key, read_scalar(entry.value, "the value")});
  return pairs;
}

/// A header's value is refused where it could begin another header.
void check_headers(const Fields& fields) {
  const Node* map = fields.find("headers");
  if (map == nullptr) return;
  for (const Entry& entry : map->entries) {
    bool token = !entry.key.empty() && std::all_of(entry.key.begin(), entry.key.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    if (!token)
      map->source->fail(entry.place,
                        quote(entry.key) + " is not a header's name; use small letters");
    if (entry.value.text.find('\n') != std::string::npos)
      entry.value.fail("a header's value stands on one line");
  }
}

void read_repeat(const Fields& fields, Step& step) {
  step.until = read_pairs(fields, "until");
  step.refused_when = read_pairs(fields, "refused_when");
  step.alternative_when = read_pairs(fields, "alternative_when");
  if (step.until.empty()) {
    for (std::string_view key : {"every", "at_most"})
      if (const Node* node = fields.find(key))
        node->fail(quote(key) + " says how a step is repeated; without 'until' it is done once");
    return;
  }
  step.every = read_length(fields.need("every", "a step with 'until' is repeated"));
  step.at_most = read_length(fields.need("at_most", "a step with 'until' must end some day"));
}

Step read_step(const Node& node, const std::vector<std::string>& kept) {
  Fields fields(node, "a step", kKeys);
  Step step;
  step.name = read_name(fields.need("name"), "a step's name");
  step.function = read_choice(fields.need("function"), "function", kFunctions);
  read_call(fields.need("call"), step);
  check_placeholders(fields.need("call"), step.target, kept);
  check_headers(fields);
  step.headers = read_pairs(fields, "headers");
  if (const Node* headers = fields.find("headers")) check_placeholders(*headers, kept);
  if (const Node* body = fields.find("body")) {
    expect_map(*body, "a body");
    check_placeholders(*body, kept);
    step.body = canonical(read_json(*body));
  }
  step.expect = read_statuses(fields, "expect");
  if (step.expect.empty()) fields.need("expect", "the statuses with which the journey goes on");
  step.refused = read_statuses(fields, "refused");
  step.unknown = read_statuses(fields, "unknown");
  step.keep = read_pairs(fields, "keep");
  read_repeat(fields, step);
  return step;
}

}  // namespace

std::vector<Step> read_steps(const Node& list) {
  expect_list(list, "the list of steps");
  if (list.items.empty()) list.fail("there must be at least one step");
  std::vector<Step> steps;
  std::vector<std::string> kept;
  for (const Node& node : list.items) {
    Step step = read_step(node, kept);
    for (const Step& earlier : steps)
      if (earlier.name == step.name) node.fail("a second step has the name " + quote(step.name));
    for (const NameValue& value : step.keep) kept.push_back(value.name);
    steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace mayday::reader
