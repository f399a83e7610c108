#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "small_drill.h"

namespace mayday {
namespace {

/// The first line in which two ledgers differ, with its number; "" when they do not.
std::string first_difference(const std::string& a, const std::string& b) {
  std::istringstream left(a);
  std::istringstream right(b);
  std::string x;
  std::string y;
  for (int line = 1;; ++line) {
    bool more_x = static_cast<bool>(std::getline(left, x));
    bool more_y = static_cast<bool>(std::getline(right, y));
    if (!more_x && !more_y) return {};
    if (x != y || more_x != more_y)
      return "line " + std::to_string(line) + "\n" + x.substr(0, 500) + "\n" + y.substr(0, 500);
  }
}

TEST(Replay, TheSameSeedWritesTheSameBytes) {
  for (const char* scenario : {"hesi-approval-timeout", "hesi-auth-upgrade"}) {
    SCOPED_TRACE(std::string(scenario) + " seed 7; repeat with --gtest_filter=Replay*");
    Plan plan = small_plan(scenario, 7);
    std::string once;
    std::string again;
    run_in_virtual(plan, &once);
    run_in_virtual(plan, &again);
    EXPECT_EQ(first_difference(once, again), "");
    EXPECT_GT(std::count(once.begin(), once.end(), '\n'), 100);
  }
}

TEST(Replay, AnotherSeedWritesOthers) {
  std::string once;
  std::string other;
  run_in_virtual(small_plan("hesi-approval-timeout", 7), &once);
  run_in_virtual(small_plan("hesi-approval-timeout", 8), &other);
  EXPECT_NE(first_difference(once, other), "");
}

}  // namespace
}  // namespace mayday
