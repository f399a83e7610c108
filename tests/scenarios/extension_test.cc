#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_text.h"

namespace mayday::test {
namespace {

using ::testing::HasSubstr;

/// A folder with a base that has parameters; tests add what extends it.
class Extension : public ::testing::Test {
 protected:
  Extension() { folder.write("base.yaml", base()); }

  static std::string base() {
    return "parameters: {delay: 3s, share: 80%}\n" +
           scenario_of(fault_text({{"effect", "{delay: '${delay}'}"}, {"share", "${share}"}}));
  }

  /// What a person is told about a file that extends the base; empty when it is right.
  std::string complaint(const std::string& text) const {
    return complaint_about(folder.write("mine.yaml", text), with_library());
  }

  Plan load(const std::string& text) const {
    return load_scenario(folder.write("mine.yaml", text), with_library()).plan;
  }

  static Duration delay_of(const Plan& plan) {
    return plan.faults.at(0).effect.as<effects::Delay>()->time.middle;
  }

  Folder folder;
};

TEST_F(Extension, TakesEverythingThatItDoesNotSay) {
  Plan plan = load("extends: base.yaml\nscenario: mine\n");
  EXPECT_EQ(plan.scenario, "mine");
  EXPECT_EQ(plan.title.en, "A small drill");
  EXPECT_EQ(delay_of(plan), 3s);
  EXPECT_EQ(plan.faults[0].per_mille, 800U);
}

TEST_F(Extension, ReplacesAKeyWhole) {
  Plan plan = load("extends: base.yaml\njourneys: [{run: log-in, rate: 1/min}]\n");
  ASSERT_EQ(plan.journeys.size(), 1U);
  EXPECT_EQ(plan.journeys[0].rate, 1);
}

TEST_F(Extension, OverridesParametersOneByOne) {
  Plan plan = load("extends: base.yaml\nparameters: {delay: 9s}\n");
  EXPECT_EQ(delay_of(plan), 9s);
  EXPECT_EQ(plan.faults[0].per_mille, 800U);
}

TEST_F(Extension, MayExtendOneThatExtends) {
  folder.write("between.yaml", "extends: base.yaml\nparameters: {delay: 5s, share: 10%}\n");
  Plan plan = load("extends: between.yaml\nparameters: {delay: 7s}\nlength: 55m\n");
  EXPECT_EQ(delay_of(plan), 7s);
  EXPECT_EQ(plan.faults[0].per_mille, 100U);
  EXPECT_EQ(plan.length, 55min);
}

TEST_F(Extension, IsAtMostThreeFiles) {
  EXPECT_EQ(complaint("extends: mine.yaml\n"),
            "mine.yaml:1:10: at most 3 files stand on top of one another; this would be one more\n"
            "    extends: mine.yaml\n"
            "             ^");
}

TEST_F(Extension, IsOfAFileInTheSameFolder) {
  EXPECT_EQ(complaint("extends: other.yaml\n"),
            "mine.yaml:1:10: there is no 'other.yaml' beside the scenario\n"
            "    extends: other.yaml\n"
            "             ^");
  EXPECT_EQ(complaint("extends: ../base.yaml\n"),
            "mine.yaml:1:10: '../base.yaml' cannot be a file to extend; write the plain name of "
            "one in the scenario's own folder, such as 'base.yaml'\n"
            "    extends: ../base.yaml\n"
            "             ^");
}

TEST_F(Extension, IsToldInWhichFileSomethingIsWrong) {
  folder.write("base.yaml", with(base(), "length: 60m", "length: 60"));
  EXPECT_EQ(complaint("extends: base.yaml\nscenario: mine\n"),
            "base.yaml:4:9: the duration '60' has no unit; write '60s' or '60m'\n"
            "    length: 60\n"
            "            ^");
  folder.write("base.yaml", with(base(), "length: 60m", "lenght: 60m"));
  EXPECT_THAT(complaint("extends: base.yaml\n"),
              HasSubstr("base.yaml:4:1: unknown key 'lenght' in a scenario"));
}

TEST_F(Extension, IsToldOfAParameterThatNothingUses) {
  EXPECT_EQ(complaint("extends: base.yaml\nparameters: {dely: 9s}\n"),
            "mine.yaml:2:14: nothing uses the parameter 'dely'; did you mean 'delay'?\n"
            "    parameters: {dely: 9s}\n"
            "                 ^");
}

TEST(Parameter, WithoutAValueIsRefused) {
  EXPECT_EQ(complaint_about_text("parameters: {title: Mine}\ntitle: '${titel}'\n"),
            "drill.yaml:2:8: unknown parameter 'titel'; did you mean 'title'?\n"
            "    title: '${titel}'\n"
            "           ^");
  EXPECT_THAT(complaint_about_text("title: 'for ${title'\n"),
              HasSubstr("the '${' in 'for ${title' is never closed"));
}

TEST(Parameter, MayBePartOfAText) {
  std::string text = "parameters: {who: Hesi}\n" +
                     with(small_scenario(), "A small drill", "'${who} is slow for ${who}'");
  EXPECT_EQ(load_text(text).plan.title.en, "Hesi is slow for Hesi");
}

TEST(Parameter, StaysANumberInABody) {
  std::string text =
      "parameters: {code: 500, text: '500'}\n" +
      scenario_of(fault_text({{"effect", "{status: 200, body: {a: '${code}', b: '${text}'}}"}}));
  const EffectPlan effect = load_text(text).plan.faults[0].effect;
  EXPECT_EQ(effect.as<effects::Status>()->body, R"({"a":500,"b":"500"})");
}

TEST(Parameter, HasNoParametersOfItsOwn) {
  EXPECT_THAT(complaint_about_text("parameters: {a: '${b}', b: c}\n"),
              HasSubstr("the value of a parameter has no parameters of its own"));
}

TEST(Parameter, CannotMakeAFileEndless) {
  std::string text = "parameters: {a: " + std::string(100'000, 'x') + "}\ntags: [";
  for (int i = 0; i < 20; ++i) text += "'${a}', ";
  EXPECT_THAT(complaint_about_text(text + "b]\n"),
              HasSubstr("the parameters make more than 1048576 bytes of text"));
}

}  // namespace
}  // namespace mayday::test
