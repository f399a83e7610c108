#include <gtest/gtest.h>

#include "small_drill.h"

namespace mayday {
namespace {

/// Journeys that came out differently in the two worlds.
int differing(const Outcomes& a, const Outcomes& b) {
  int count = 0;
  for (const auto& [ordinal, outcome] : a.by_ordinal) {
    auto other = b.by_ordinal.find(ordinal);
    if (other == b.by_ordinal.end() || other->second != outcome) ++count;
  }
  return count;
}

class Parity : public ::testing::TestWithParam<const char*> {};

TEST_P(Parity, TheSameDrillHurtsTheSamePeopleInBothWorlds) {
  // The whole estate with gold at the desk, once in virtual time and once over real sockets. Whom
  // the fault bites is drawn from the seed, so it must be equal; who sets out just when something
  // changes (a workaround, a roll-out) may fall on either side of it, so a few outcomes in a
  // hundred may differ.
  constexpr Seed kSeed = 7;
  Plan plan = small_plan(GetParam(), kSeed);
  SCOPED_TRACE("seed 7; repeat with --gtest_filter=*Parity*");
  Outcomes in_virtual = outcomes(run_in_virtual(plan));
  Outcomes in_live = outcomes(run_live_fast(plan));
  EXPECT_EQ(in_virtual.victims, in_live.victims);
  EXPECT_EQ(in_virtual.by_ordinal.size(), in_live.by_ordinal.size());
  EXPECT_LE(differing(in_virtual, in_live) * 100,
            5 * static_cast<int>(in_virtual.by_ordinal.size()));
}

INSTANTIATE_TEST_SUITE_P(Cases, Parity,
                         ::testing::Values("hesi-approval-timeout", "hesi-auth-upgrade"),
                         [](const auto& param) {
                           std::string name = param.param;
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace
}  // namespace mayday
