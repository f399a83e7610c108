#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "files.h"

namespace mayday::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class LibraryScenario : public ::testing::TestWithParam<const char*> {
 protected:
  LoadedScenario loaded = load_scenario(kLibrary + "/" + GetParam() + ".yaml", with_library());
};

TEST_P(LibraryScenario, LoadsWithoutAWarning) {
  EXPECT_EQ(loaded.plan.scenario, GetParam());
  EXPECT_THAT(loaded.warnings, IsEmpty());
}

TEST_P(LibraryScenario, HasATeamThatShinesOnePlainOneIdleAndOneThatCheats) {
  std::vector<std::string> names;
  for (const auto& [name, path] : loaded.responders) names.push_back(name);
  EXPECT_THAT(names, ElementsAre("gold", "middling", "null", "cheater"));
  EXPECT_THAT(load_responder(loaded.responders[2].second, &loaded.plan).rules, IsEmpty());
}

TEST_P(LibraryScenario, IsToldInBothLanguages) {
  EXPECT_NE(loaded.plan.title.zh, loaded.plan.title.en);
  for (const InjectPlan& inject : loaded.plan.injects) EXPECT_NE(inject.text.zh, inject.text.en);
}

INSTANTIATE_TEST_SUITE_P(All, LibraryScenario,
                         ::testing::Values("hesi-approval-timeout", "hesi-auth-upgrade"),
                         [](const auto& name) {
                           std::string text = name.param;
                           std::replace(text.begin(), text.end(), '-', '_');
                           return text;
                         });

/// Every scenario of the library, in order.
std::vector<LoadedScenario> whole_library() {
  std::set<std::string> paths;
  for (const auto& file : std::filesystem::directory_iterator(kLibrary))
    if (read_file(file.path().string()).find("\nscenario: ") != std::string::npos)
      paths.insert(file.path().string());
  std::vector<LoadedScenario> all;
  for (const std::string& path : paths) all.push_back(load_scenario(path, with_library()));
  return all;
}

TEST(WholeLibrary, SaysWhatEachDrillIsForAndWhoIsNeeded) {
  std::vector<LoadedScenario> all = whole_library();
  EXPECT_GE(all.size(), 20U);
  for (const auto& [plan, responders, warnings] : all) {
    EXPECT_THAT(warnings, IsEmpty()) << plan.scenario;
    EXPECT_FALSE(plan.brief.objectives.empty()) << plan.scenario;
    for (const Text& objective : plan.brief.objectives) EXPECT_NE(objective.zh, objective.en);
    EXPECT_FALSE(plan.brief.roles.empty()) << plan.scenario;
    EXPECT_FALSE(plan.brief.canary.empty()) << plan.scenario;
    EXPECT_FALSE(plan.safety.targets.empty()) << plan.scenario;
    EXPECT_EQ(plan.brief.expected.size(), responders.size()) << plan.scenario;
  }
}

TEST(WholeLibrary, HasThreeHintsADrillEachDearerThanTheLast) {
  for (const auto& [plan, responders, warnings] : whole_library()) {
    std::vector<std::int64_t> prices;
    for (const HintPlan& hint : plan.hints) {
      prices.push_back(hint.cost);
      EXPECT_NE(hint.text.zh, hint.text.en) << plan.scenario;
    }
    EXPECT_THAT(prices, ElementsAre(2, 5, 10)) << plan.scenario;
  }
}

const Term* find(const std::vector<Term>& terms, const std::string& id) {
  for (const Term& term : terms)
    if (term.id == id) return &term;
  return nullptr;
}

bool are_neighbours(const Vocabulary& words, const std::string& a, const std::string& b) {
  auto leads = [&](const std::string& from, const std::string& to) {
    const Term* term = find(words.components, from);
    return term != nullptr && std::count(term->downstream.begin(), term->downstream.end(), to) > 0;
  };
  return leads(a, b) || leads(b, a);
}

TEST(LibraryAlerts, AboutLoggingInPointAtANeighbourOfTheTrueCause) {
  // Case two's truth is the adapter, which no monitor watches; its alert must still be recognised.
  Plan plan = load_scenario(kLibrary + "/hesi-auth-upgrade.yaml", with_library()).plan;
  auto rule = std::find_if(plan.alerts.begin(), plan.alerts.end(),
                           [](const AlertRule& each) { return each.alert == "log-in-failing"; });
  ASSERT_NE(rule, plan.alerts.end());
  EXPECT_NE(rule->component, plan.faults[0].truths[0].component);
  EXPECT_TRUE(are_neighbours(plan.vocabulary, rule->component, plan.faults[0].truths[0].component));
}

TEST(LibraryAlerts, CoverEveryJourneyAndEveryVendor) {
  Plan plan = load_scenario(kLibrary + "/hesi-auth-upgrade.yaml", with_library()).plan;
  for (const char* subject :
       {"log-in", "submit-expense", "book-trip", "hesi", "airline", "hotel", "payment"})
    EXPECT_TRUE(std::any_of(plan.alerts.begin(), plan.alerts.end(), [&](const AlertRule& rule) {
      return rule.journey == subject;
    })) << subject;
}

TEST(LibraryVocabulary, NamesEveryTermInBothLanguages) {
  Vocabulary words = default_estate(with_library()).vocabulary;
  for (const auto* terms : {&words.components, &words.kinds, &words.parties, &words.roles})
    for (const Term& term : *terms) {
      EXPECT_FALSE(term.title.zh.empty()) << term.id;
      EXPECT_NE(term.title.zh, term.title.en) << term.id;
    }
}

}  // namespace
}  // namespace mayday::test
