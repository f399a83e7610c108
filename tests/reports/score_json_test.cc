#include "mayday/reports/score_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <fstream>
#include <iterator>

#include "sample.h"
#include "schema_check.h"

namespace mayday {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

json::value parsed(const Scorecard& card) { return json::parse(score_json(card)); }

json::value schema() {
  std::ifstream file(MAYDAY_SOURCE_DIR "/docs/score.schema.json");
  return json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

TEST(ScoreJson, IsWhatItsSchemaDescribes) {
  EXPECT_THAT(misfits(parsed(sample_card()), schema()), IsEmpty());
}

TEST(ScoreJson, TheSchemaNoticesWhatIsMissingStrangeOrOutOfRange) {
  json::value score = parsed(sample_card());
  score.as_object().erase("letter");
  score.as_object()["extra"] = 1;
  score.as_object()["verdict"] = "splendid";
  score.at("dimensions").as_array()[0].as_object()["value"] = 1.5;
  EXPECT_THAT(misfits(score, schema()),
              UnorderedElementsAre(" lacks letter", "/dimensions/0/value is too large",
                                   HasSubstr("/verdict is none"), "/extra is not described"));
}

TEST(ScoreJson, AnEmptyScorecardStillFitsOnceItHasItsWords) {
  Scorecard card;
  card.world = "virtual";
  card.verdict = "inconclusive";
  EXPECT_THAT(misfits(parsed(card), schema()), IsEmpty());
}

TEST(ScoreJson, PointsHaveTwoDecimalsAndSharesFour) {
  std::string text = score_json(sample_card());
  EXPECT_THAT(text, HasSubstr("\n  \"score\": 85.43,"));
  EXPECT_THAT(text, HasSubstr("\n  \"low\": 85.27,"));
  EXPECT_THAT(text, HasSubstr("\"value\": 0.8997,"));
  EXPECT_THAT(text, HasSubstr("\"share\": 0.4120,"));
  EXPECT_THAT(text, HasSubstr("\"seed\": 20260301,"));
  EXPECT_THAT(text, HasSubstr("\"starts\": \"2026-03-01T02:00:00Z\","));
}

TEST(ScoreJson, AStampIsSecondsAndAClockAndNeverIsNull) {
  json::value first = parsed(sample_card()).at("timestamps").as_array()[0];
  EXPECT_EQ(first.at("fault"), "approval-timeout");
  EXPECT_EQ(first.at("seconds").at("t_on").as_double(), 302.0);
  EXPECT_EQ(first.at("clock").at("t_on"), "05:02");
  EXPECT_TRUE(first.at("seconds").at("t_close").is_null());
  EXPECT_EQ(first.at("clock").at("t_close"), "–");
  EXPECT_THAT(score_json(sample_card()), HasSubstr("\"t_on\": 302.000,"));
}

TEST(ScoreJson, AGateIsInItsOwnUnit) {
  Scorecard card = sample_card();
  card.gates[1].actual = kForever.count();
  json::value gates = parsed(card).at("gates");
  EXPECT_EQ(gates.as_array()[0].at("limit").to_number<double>(), 70.0);
  EXPECT_EQ(gates.as_array()[0].at("actual").to_number<double>(), 85.27);
  EXPECT_EQ(gates.as_array()[1].at("limit").to_number<double>(), 5400.0);
  EXPECT_TRUE(gates.as_array()[1].at("actual").is_null());
  EXPECT_EQ(gates.as_array()[2].at("unit"), "count");
}

TEST(ScoreJson, TheSameScorecardGivesTheSameBytes) {
  EXPECT_EQ(score_json(sample_card()), score_json(sample_card()));
}

}  // namespace
}  // namespace mayday
