#include "mayday/base/draw.h"

#include <gtest/gtest.h>

namespace mayday {
namespace {

TEST(Draw, IsAPureFunctionOfSeedNameAndKey) {
  EXPECT_EQ(draw(7, "fault", "key"), draw(7, "fault", "key"));
  EXPECT_NE(draw(7, "fault", "key"), draw(8, "fault", "key"));
  EXPECT_NE(draw(7, "fau", "ltkey"), draw(7, "fault", "key"));
  EXPECT_NE(draw(7, "fault", 1U), draw(7, "fault", 2U));
}

TEST(Draw, AShareComesOutByCount) {
  // 100,000 draws at 30 %: six standard deviations are 870.
  int hits = 0;
  for (std::uint64_t key = 0; key < 100'000; ++key) hits += chance(draw(42, "share", key), 300);
  EXPECT_NEAR(hits, 30'000, 870);
}

TEST(ExactShare, TakesExactlyThatManyAndKeepsTheirOrder) {
  std::vector<std::string> people;
  for (int i = 0; i < 12; ++i) people.push_back("p" + std::to_string(100 + i));
  std::vector<std::string> hit = exact_share(3, "fault", people, 800);
  EXPECT_EQ(hit.size(), 10U);
  EXPECT_TRUE(std::is_sorted(hit.begin(), hit.end()));
  EXPECT_EQ(exact_share(3, "fault", people, 1000), people);
  EXPECT_TRUE(exact_share(3, "fault", people, 0).empty());
}

TEST(ExactShare, ALargerShareHoldsTheSmallerOne) {
  std::vector<std::string> people{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
  std::vector<std::string> half = exact_share(9, "f", people, 500);
  std::vector<std::string> most = exact_share(9, "f", people, 900);
  EXPECT_TRUE(std::includes(most.begin(), most.end(), half.begin(), half.end()));
}

}  // namespace
}  // namespace mayday
