#pragma once

#include <gtest/gtest.h>

#include <string>

#include "mayday/base/draw.h"

namespace mayday {

/// How to see a failure of this round again.
inline std::string repeat(Seed seed, std::uint64_t round) {
  const testing::TestInfo& test = *testing::UnitTest::GetInstance()->current_test_info();
  return "seed " + std::to_string(seed) + ", round " + std::to_string(round) +
         "; repeat with: scoring_test --gtest_filter=" + test.test_suite_name() + "." + test.name();
}

}  // namespace mayday
