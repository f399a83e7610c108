#pragma once

#include <gtest/gtest.h>

#include <cstdint>

namespace mayday {

/// EXPECT_TRUE(near(...)) for integers: the published figures have fewer digits than ours.
inline testing::AssertionResult near(std::int64_t actual, std::int64_t expected,
                                     std::int64_t tolerance) {
  std::int64_t error = actual > expected ? actual - expected : expected - actual;
  if (error <= tolerance) return testing::AssertionSuccess();
  return testing::AssertionFailure()
         << actual << " is not within " << tolerance << " of " << expected;
}

}  // namespace mayday
