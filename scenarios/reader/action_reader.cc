#include "action_reader.h"

#include <chrono>

#include "action_values.h"
#include "mayday/base/check.h"
#include "scalars.h"

namespace mayday::reader {
namespace {

struct Member {
  std::string_view name;
  Shape shape;
  bool needed = false;
  std::string_view body_name = {};  ///< When the body calls it otherwise.
};

/// An action as it is written, and the kind that the drill knows it by.
struct Action {
  std::string_view word;
  std::string_view kind;
  std::string_view only;  ///< Member that a bare value stands for: {grade: 2}.
  std::vector<Member> members;
};

const std::vector<Action>& actions() {
  static const std::vector<Action> all = {
      {"acknowledge", "acknowledge", "alert", {{"alert", Shape::text}}},
      {"triage", "triage", "text", {{"ticket", Shape::text}, {"text", Shape::text}}},
      {"declare",
       "declare",
       "",
       {{"suspects", Shape::components}, {"title", Shape::text}, {"functions", Shape::functions}}},
      {"grade", "grade", "level", {{"level", Shape::level, true}}},
      {"locate",
       "locate",
       "",
       {{"component", Shape::component},
        {"components", Shape::components},
        {"kind", Shape::kind},
        {"party", Shape::party},
        {"evidence", Shape::request_ids}}},
      {"ticket",
       "ticket",
       "",
       {{"to", Shape::vendor, true}, {"evidence", Shape::evidence}, {"text", Shape::text}}},
      {"escalate", "escalate", "to", {{"to", Shape::vendor, true}, {"text", Shape::text}}},
      {"notice",
       "notice",
       "",
       {{"channels", Shape::channels, true},
        {"audience", Shape::audience},
        {"impact", Shape::text},
        {"since", Shape::text},
        {"measures", Shape::text},
        {"workaround", Shape::text},
        {"eta", Shape::minutes, false, "eta_minutes"},
        {"contact", Shape::text},
        {"compensation", Shape::text},
        {"recovered", Shape::flag},
        {"relays", Shape::text},
        {"text", Shape::text}}},
      {"claim", "claim", "what", {{"what", Shape::claim, true}}},
      {"verify", "regression", "", {}},
      {"reconcile", "reconcile", "", {}},
      {"hint", "hint", "", {}},
      {"report_orders", "report_orders", "ids", {{"ids", Shape::order_ids, true}}},
      {"close", "close", "reason", {{"reason", Shape::text}}},
      {"review", "review", "", {{"actions", Shape::review_actions}, {"text", Shape::text}}},
  };
  return all;
}

Names action_words() {
  Names words;
  for (const Action& action : actions()) words.push_back(action.word);
  words.push_back("desk");
  return words;
}

const Action* find_action(std::string_view word) {
  for (const Action& action : actions())
    if (action.word == word) return &action;
  return nullptr;
}

json::object read_members(const Node& node, const Action& action, const Vocabulary* vocabulary) {
  Names known;
  for (const Member& member : action.members) known.push_back(member.name);
  Fields fields(node, quote(action.word), known);
  json::object body;
  for (const Member& member : action.members) {
    const Node* value = member.needed ? &fields.need(member.name) : fields.find(member.name);
    if (value == nullptr) continue;
    std::string_view name = member.body_name.empty() ? member.name : member.body_name;
    body[name] = read_shape(*value, member.shape, vocabulary);
  }
  return body;
}

/// {grade: 2}, {report_orders: seen}, {verify: all}: a value without a key of its own.
json::object read_only_member(const Node& node, const Action& action,
                              const Vocabulary* vocabulary) {
  if (action.members.empty()) {
    read_choice(node, "extent", {"all"});
    return {};
  }
  if (action.only.empty()) expect_map(node, quote(action.word));
  for (const Member& member : action.members)
    if (member.name == action.only)
      return {{action.only, read_shape(node, member.shape, vocabulary)}};
  broken("an action whose only member is none of its members");
}

ResponderDo read_word(const Node& node) {
  const std::string& word = read_choice(node, "action", action_words());
  const Action* action = find_action(word);
  bool needs_more = action == nullptr || (word != "acknowledge" && !action->members.empty());
  if (needs_more)
    node.fail("the action " + quote(word) +
              " needs to know more; write it like {grade: 2} or "
              "{ticket: {to: hesi}}");
  return {std::string(action->kind), {}};
}

ResponderDo read_action(const Node& node, const Vocabulary* vocabulary) {
  if (node.kind != Node::Kind::map) return read_word(node);
  if (node.entries.size() != 1)
    node.fail("an action is a word or a map of one key, such as {grade: 2}");
  const Entry& entry = node.entries.front();
  if (entry.key == "desk") return {"desk", read_desk_change(entry.value)};
  const Action* action = find_action(entry.key);
  if (action == nullptr)
    node.source->fail(entry.place,
                      "unknown action " + quote(entry.key) + suggestion(entry.key, action_words()));
  bool map = entry.value.kind == Node::Kind::map && !action->members.empty();
  json::object body = map ? read_members(entry.value, *action, vocabulary)
                          : read_only_member(entry.value, *action, vocabulary);
  return {std::string(action->kind), std::move(body)};
}

}  // namespace

std::vector<ResponderDo> read_actions(const Node& node, const Vocabulary* vocabulary) {
  std::vector<ResponderDo> done;
  for (const Node* item : one_or_many(node)) done.push_back(read_action(*item, vocabulary));
  if (done.empty()) node.fail("a rule does at least one thing");
  return done;
}

}  // namespace mayday::reader
