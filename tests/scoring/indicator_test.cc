#include "mayday/base/indicator.h"

#include <gtest/gtest.h>

namespace mayday {
namespace {

Indicator fed(int count, Duration every) {
  Indicator indicator;
  for (int i = 1; i <= count; ++i) indicator.add(Instant{every * i}, i % 2 == 0, 1ms * i);
  return indicator;
}

TEST(Indicator, ReadsTheLastMinute) {
  IndicatorReading reading = fed(300, 1s).at(Instant{300s});
  EXPECT_EQ(reading.from, Instant{240s});
  EXPECT_EQ(reading.journeys, 60);
  EXPECT_EQ(reading.success(), 500'000);
  EXPECT_EQ(reading.p95, 298ms);  // the 29th of the 30 good ones
}

TEST(Indicator, StretchesBackToTenJourneys) {
  IndicatorReading reading = fed(30, 30s).at(Instant{900s});
  EXPECT_EQ(reading.journeys, 10);
  EXPECT_EQ(reading.from, Instant{630s - 1ns});
}

TEST(Indicator, StretchesNoFurtherThanTenMinutes) {
  IndicatorReading reading = fed(20, 2min).at(Instant{40min});
  EXPECT_EQ(reading.journeys, 5);
  EXPECT_EQ(reading.from, Instant{30min});
}

TEST(Indicator, TakesSilenceForFailure) {
  IndicatorReading reading = fed(30, 1s).at(Instant{20min});
  EXPECT_EQ(reading.journeys, 0);
  EXPECT_EQ(reading.success(), 0);
}

}  // namespace
}  // namespace mayday
