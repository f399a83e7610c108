#include "brief_reader.h"

#include <algorithm>

#include "names.h"
#include "scalars.h"

namespace mayday::reader {
namespace {

/// A canary must show within the baseline what is usual: that takes ten journeys in five minutes.
constexpr std::int64_t kCanaryAMinute = 2;
constexpr std::size_t kMostHints = 20;

/// Adds a word to a list that holds each once.
void add(const Node& node, const std::string& word, std::vector<std::string>& list) {
  if (std::find(list.begin(), list.end(), word) != list.end())
    node.fail(quote(word) + " stands here a second time");
  list.push_back(word);
}

std::vector<Text> read_objectives(const Node& node) {
  std::vector<Text> objectives;
  for (const Node* item : one_or_many(node)) objectives.push_back(read_text(*item, "an objective"));
  return objectives;
}

std::vector<std::string> read_roles(const Node& node, const Vocabulary& vocabulary) {
  std::vector<std::string> roles;
  for (const Node* item : one_or_many(node))
    add(*item, read_choice(*item, "role", ids(vocabulary.roles)), roles);
  return roles;
}

std::vector<std::string> read_canary(const Node& node, const std::vector<JourneyPlan>& journeys) {
  Names kinds;
  for (const JourneyPlan& journey : journeys) kinds.push_back(journey.kind);
  std::vector<std::string> canary;
  for (const Node* item : one_or_many(node)) {
    add(*item, read_choice(*item, "journey of this scenario", kinds), canary);
    const JourneyPlan& journey =
        *std::find_if(journeys.begin(), journeys.end(),
                      [&](const JourneyPlan& each) { return each.kind == item->text; });
    if (journey.rate * (1h / journey.per) < kCanaryAMinute * 60)
      item->fail("a canary sets out at least " + std::to_string(kCanaryAMinute) +
                 " times a minute, so that the baseline shows what is usual");
  }
  return canary;
}

BandPlan read_band(const Entry& entry, const Names& responders) {
  Node name = entry.value;
  name.kind = Node::Kind::scalar;
  name.place = entry.place;
  name.text = entry.key;
  BandPlan band;
  band.responder = read_choice(name, "responder", responders);
  expect_list(entry.value, "a band");
  if (entry.value.items.size() != 2)
    entry.value.fail("a band is the least and the most of points, such as [95, 100]");
  band.least = read_integer(entry.value.items[0], "a number of points", 0, 100);
  band.most = read_integer(entry.value.items[1], "a number of points", band.least, 100);
  return band;
}

}  // namespace

BriefPlan read_brief(const Fields& fields, const Plan& plan,
                     const std::vector<std::pair<std::string, std::string>>& responders) {
  BriefPlan brief;
  if (const Node* objectives = fields.find("objectives"))
    brief.objectives = read_objectives(*objectives);
  if (const Node* roles = fields.find("roles")) brief.roles = read_roles(*roles, plan.vocabulary);
  if (const Node* canary = fields.find("canary"))
    brief.canary = read_canary(*canary, plan.journeys);
  if (const Node* expect = fields.find("expect")) {
    expect_map(*expect, "the list of expected scores");
    Names names;
    for (const auto& [name, path] : responders) names.push_back(name);
    for (const Entry& entry : expect->entries) brief.expected.push_back(read_band(entry, names));
  }
  return brief;
}

std::vector<HintPlan> read_hints(const Node& list) {
  expect_list(list, "the list of hints");
  if (list.items.size() > kMostHints)
    list.items[kMostHints].fail("a scenario has at most " + std::to_string(kMostHints) + " hints");
  std::vector<HintPlan> hints;
  for (const Node& item : list.items) {
    Fields fields(item, "a hint", {"cost", "text"});
    const std::string& cost = read_choice(fields.need("cost"), "price of a hint", {"2", "5", "10"});
    hints.push_back({std::stoll(cost), read_text(fields.need("text"), "the text")});
  }
  return hints;
}

}  // namespace mayday::reader
