#include "mayday/reports/junit_xml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <pugixml.hpp>

#include "sample.h"

namespace mayday {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// The one suite of the file, parsed.
class Suite {
 public:
  explicit Suite(const Scorecard& card) {
    if (!document_.load_string(junit_xml(card).c_str())) ADD_FAILURE() << "not well-formed";
  }
  pugi::xml_node suite() const { return document_.child("testsuites").child("testsuite"); }
  std::string attribute(const char* name) const { return suite().attribute(name).value(); }
  std::string property(const char* name) const {
    return suite()
        .child("properties")
        .find_child_by_attribute("property", "name", name)
        .attribute("value")
        .value();
  }
  pugi::xml_node test(const char* name) const {
    return suite().find_child_by_attribute("testcase", "name", name);
  }

 private:
  pugi::xml_document document_;
};

TEST(JunitXml, HasACaseForTheVerdictEveryGateAndEveryDimension) {
  Suite suite(sample_card());
  EXPECT_EQ(suite.attribute("name"), "hesi-approval-timeout");
  EXPECT_EQ(suite.attribute("tests"), "11");
  EXPECT_EQ(suite.attribute("failures"), "0");
  EXPECT_EQ(suite.attribute("errors"), "0");
  EXPECT_TRUE(suite.test("verdict"));
  EXPECT_TRUE(suite.test("recover"));
  EXPECT_TRUE(suite.test("d6 Vendor"));
  EXPECT_EQ(suite.attribute("time"), "7200.000");
  EXPECT_EQ(suite.attribute("timestamp"), "2026-03-01T02:00:00");
}

TEST(JunitXml, CarriesScoreIntervalTimesAndHeadAsProperties) {
  Suite suite(sample_card());
  EXPECT_EQ(suite.property("score"), "85.43");
  EXPECT_EQ(suite.property("low"), "85.27");
  EXPECT_EQ(suite.property("high"), "85.46");
  EXPECT_EQ(suite.property("approval-timeout.t_sym_seconds"), "360.000");
  EXPECT_EQ(suite.property("ledger_head"), sample_card().ledger_head);
  EXPECT_EQ(suite.property("approval-timeout.t_close_seconds"), "");
}

TEST(JunitXml, ABrokenGateIsAFailureThatSaysWhatWasAsked) {
  Scorecard card = sample_card();
  card.verdict = "fail";
  card.gates[0] = {"score", 90, 8527, false, {"低端不足", "the low end counts"}};
  Suite suite(card);
  EXPECT_EQ(suite.attribute("failures"), "1");
  EXPECT_EQ(suite.attribute("errors"), "0");
  EXPECT_STREQ(suite.test("score").child("failure").attribute("message").value(),
               "score: 85.27 reached, ≥ 90.00 asked (the low end counts)");
  EXPECT_FALSE(suite.test("recover").child("failure"));
}

TEST(JunitXml, ADimensionFailsOnlyByAGateOfItsOwn) {
  Scorecard card = sample_card();
  card.dimensions[5].mark = "U";
  card.dimensions[5].value = 100'000;
  EXPECT_EQ(Suite(card).attribute("failures"), "0");
  card.verdict = "fail";
  card.gates.push_back({"d6", 50, 1000, false, {}});
  Suite suite(card);
  EXPECT_EQ(suite.attribute("failures"), "2");
  EXPECT_TRUE(suite.test("d6 Vendor").child("failure"));
}

TEST(JunitXml, ADimensionThatDoesNotApplyIsSkipped) {
  Scorecard card = sample_card();
  card.dimensions[6].applies = false;
  card.dimensions[6].note = {"无法核对", "nobody could compare the books"};
  Suite suite(card);
  EXPECT_EQ(suite.attribute("skipped"), "1");
  EXPECT_STREQ(suite.test("d7 Data").child_value("skipped"), "nobody could compare the books");
}

TEST(JunitXml, WhatNobodyCanJudgeIsAnErrorAndNoFailure) {
  for (const char* verdict : {"inconclusive", "void"}) {
    Scorecard card = sample_card();
    card.verdict = verdict;
    card.why = {"故障从未生效", "a fault never bit"};
    card.gates[0].passed = false;
    Suite suite(card);
    EXPECT_EQ(suite.attribute("failures"), "0") << verdict;
    EXPECT_EQ(suite.attribute("errors"), "4") << verdict;  // the verdict and three gates
    EXPECT_STREQ(suite.test("verdict").child("error").attribute("type").value(), verdict);
    EXPECT_THAT(suite.test("verdict").child("error").attribute("message").value(),
                HasSubstr("a fault never bit"));
    EXPECT_TRUE(suite.test("d1 Detection").child("skipped")) << verdict;
  }
}

/// For the test that holds them against the schemas.
TEST(JunitXml, IsWrittenForTheSchemas) {
  std::filesystem::create_directories(MAYDAY_WRITTEN);
  auto write = [](const std::string& name, const Scorecard& card) {
    std::ofstream(MAYDAY_WRITTEN "/sample-" + name + ".xml", std::ios::binary) << junit_xml(card);
  };
  Scorecard card = sample_card();
  write("pass", card);
  card.verdict = "fail";
  card.gates[0].passed = false;
  write("fail", card);
  card.verdict = "inconclusive";
  card.dimensions.clear();
  write("inconclusive", card);
  card = sample_card();
  card.dimensions[6].applies = false;
  write("skipped", card);
  EXPECT_TRUE(std::filesystem::exists(MAYDAY_WRITTEN "/sample-skipped.xml"));
}

TEST(JunitXml, HasNoDocumentType) {
  EXPECT_THAT(junit_xml(sample_card()), Not(HasSubstr("DOCTYPE")));
}

TEST(JunitXml, TheSameScorecardGivesTheSameBytes) {
  EXPECT_EQ(junit_xml(sample_card()), junit_xml(sample_card()));
}

}  // namespace
}  // namespace mayday
