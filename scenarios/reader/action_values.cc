#include "action_values.h"

#include "durations.h"
#include "mayday/base/check.h"
#include "names.h"
#include "scalars.h"
#include "vocabulary_file.h"

namespace mayday::reader {
namespace {

json::value strings(const std::vector<std::string>& words) {
  json::array array;
  for (const std::string& word : words) array.emplace_back(word);
  return array;
}

/// One of `known`, or a list of them.
json::value choices(const Node& node, std::string_view what, const Names& known) {
  json::array array;
  for (const Node* item : one_or_many(node)) array.emplace_back(read_choice(*item, what, known));
  return array;
}

json::value term(const Node& node, std::string_view what, const Vocabulary* vocabulary,
                 const std::vector<Term> Vocabulary::*terms) {
  if (vocabulary == nullptr) return json::value(read_name(node, what));
  return json::value(read_choice(node, what, ids(vocabulary->*terms)));
}

json::value components(const Node& node, const Vocabulary* vocabulary) {
  json::array array;
  for (const Node* item : one_or_many(node))
    array.push_back(term(*item, "component", vocabulary, &Vocabulary::components));
  return array;
}

json::value both_languages(const Node& node) {
  Text text = read_text(node, "the text");
  return json::value(text.zh == text.en ? text.zh : text.zh + " / " + text.en);
}

/// The responder puts in what the desk's own logs show.
json::value seen_failing(const Node& node) {
  Fields fields(node, "what is seen", {"seen", "take"});
  json::object seen{{"seen", read_choice(fields.need("seen"), "kind of call", {"failing"})}};
  if (const Node* take = fields.find("take")) seen["take"] = read_integer(*take, "take", 1, 20);
  return seen;
}

json::value request_ids(const Node& node) {
  if (node.kind == Node::Kind::map) return seen_failing(node);
  return strings(read_words(node, "a request id"));
}

json::value evidence(const Node& node) {
  Fields fields(node, "the evidence",
                {"request_ids", "time_range", "endpoint", "error_sample", "impact", "steps"});
  json::object object;
  if (const Node* calls = fields.find("request_ids")) object["request_ids"] = request_ids(*calls);
  for (std::string_view key : {"time_range", "endpoint", "error_sample", "impact", "steps"})
    if (const Node* value = fields.find(key)) object[key] = both_languages(*value);
  return object;
}

json::value whole_minutes(const Node& node) {
  Duration from_now = read_length(node);
  if (from_now % 1min != Duration{0})
    node.fail("an estimate is given in whole minutes, such as '30m'");
  return from_now / 1min;
}

json::value review_actions(const Node& node) {
  json::array array;
  for (const Node* item : one_or_many(node)) {
    Fields fields(*item, "an improvement", {"id", "text", "owner", "due", "priority", "verify_by"});
    json::object action{{"text", both_languages(fields.need("text"))},
                        {"owner", both_languages(fields.need("owner"))}};
    for (std::string_view key : {"id", "due", "priority", "verify_by"})
      if (const Node* value = fields.find(key)) action[key] = both_languages(*value);
    array.push_back(std::move(action));
  }
  return array;
}

json::value order_ids(const Node& node) {
  bool seen = node.kind == Node::Kind::scalar && node.text == "seen";
  return seen ? json::value("seen") : strings(read_words(node, "an order number"));
}

}  // namespace

json::value read_shape(const Node& node, Shape shape, const Vocabulary* vocabulary) {
  switch (shape) {
    case Shape::text:
      return both_languages(node);
    case Shape::flag:
      return read_switch(node);
    case Shape::level:
      return read_integer(node, "a level", 1, 3);
    case Shape::minutes:
      return whole_minutes(node);
    case Shape::component:
      return term(node, "component", vocabulary, &Vocabulary::components);
    case Shape::components:
      return components(node, vocabulary);
    case Shape::kind:
      return term(node, "fault kind", vocabulary, &Vocabulary::kinds);
    case Shape::party:
      return term(node, "party", vocabulary, &Vocabulary::parties);
    case Shape::functions:
      return choices(node, "function", kFunctions);
    case Shape::vendor:
      return json::value(to_text(read_vendor(node)));
    case Shape::channels:
      return choices(node, "channel", {"mail", "announcement", "oa", "im"});
    case Shape::audience:
      return json::value(read_choice(node, "audience", {"all", "affected"}));
    case Shape::claim:
      return json::value(read_choice(node, "claim", {"mitigated", "recovered"}));
    case Shape::request_ids:
      return request_ids(node);
    case Shape::evidence:
      return evidence(node);
    case Shape::order_ids:
      return order_ids(node);
    case Shape::review_actions:
      return review_actions(node);
  }
  broken("a shape without a reader");
}

json::object read_desk_change(const Node& node) {
  Names known = setting_names();
  known.push_back("action");
  Fields fields(node, "a change at the desk", known);
  if (node.entries.empty()) node.fail("a change at the desk is missing here");
  json::object body;
  for (const Entry& entry : node.entries) {
    if (entry.key == "action")
      body["action"] = read_choice(entry.value, "desk action", kDeskActions);
    else
      body[entry.key] = read_setting(entry.key, entry.value).value;
  }
  if (body.contains("action") && body.size() > 1)
    node.fail("one change at the desk is an action or settings, not both");
  return body;
}

}  // namespace mayday::reader
