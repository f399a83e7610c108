#pragma once

#include <errno.h>
#include <gtest/gtest.h>

#include <string>

#include "mayday/base/draw.h"

namespace mayday {

/// A property holds for so many drawn rounds.
#ifdef __SANITIZE_ADDRESS__
inline constexpr std::uint64_t kRounds = 1'000;
#else
inline constexpr std::uint64_t kRounds = 10'000;
#endif

/// How to see a failure of this round again.
inline std::string repeat(Seed seed, std::uint64_t round) {
  const testing::TestInfo& test = *testing::UnitTest::GetInstance()->current_test_info();
  return "seed " + std::to_string(seed) + ", round " + std::to_string(round) +
         "; repeat with: " + program_invocation_short_name +
         " --gtest_filter=" + test.test_suite_name() + "." + test.name();
}

}  // namespace mayday
