#include "mayday/base/time.h"

#include <gtest/gtest.h>

#include "mayday/base/money.h"

namespace mayday {
namespace {

TEST(Time, IsWrittenAsTheScenarioLanguageReadsIt) {
  EXPECT_EQ(to_text(90s), "1m30s");
  EXPECT_EQ(to_text(2h), "2h");
  EXPECT_EQ(to_text(40ms), "40ms");
  EXPECT_EQ(to_text(1500ms), "1.5s");
  EXPECT_EQ(to_text(0s), "0s");
  EXPECT_EQ(to_clock(Instant{65min + 5s}), "1:05:05");
}

TEST(Time, ReadsBackItsOwnRfc3339) {
  std::chrono::seconds at = parse_rfc3339("2026-03-01T09:00:00Z");
  EXPECT_EQ(rfc3339(at), "2026-03-01T09:00:00Z");
  EXPECT_EQ(rfc3339(at + 1500us, true), "2026-03-01T09:00:00.001500Z");
  EXPECT_LT(parse_rfc3339("2026-02-30T09:00:00Z").count(), 0);
  EXPECT_LT(parse_rfc3339("yesterday").count(), 0);
}

TEST(MoneyText, IsDecimalBothWays) {
  EXPECT_EQ(decimal({68005, "CNY"}), "680.05");
  EXPECT_EQ(minor_units("680.5"), 68050);
  EXPECT_EQ(minor_units("680.555"), -1);
  EXPECT_EQ(minor_units("-1"), -1);
}

}  // namespace
}  // namespace mayday
