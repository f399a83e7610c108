#include "mayday/scoring/what_if.h"

#include <gmock/gmock.h>

#include "mayday/base/input_error.h"
#include "mayday/ledger/events.h"

namespace mayday {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Event action(Instant at, const std::string& kind, const std::string& side = "team") {
  events::Action body;
  body.side = side;
  body.action = kind;
  return make_event(at, body);
}

/// Open at 0, declare at 10, a facilitator's notice at 11, notices at 12 and 20, close at 30
/// minutes.
std::vector<Event> drill() {
  return {make_event(Instant{}, events::Open{}),
          action(Instant{10min}, "declare"),
          action(Instant{11min}, "notice", "facilitator"),
          action(Instant{12min}, "notice"),
          action(Instant{20min}, "notice"),
          make_event(Instant{30min}, events::Close{})};
}

std::vector<std::int64_t> minutes(const std::vector<Event>& events) {
  std::vector<std::int64_t> at;
  for (const Event& event : events) at.push_back(event.t.since_start / 1min);
  return at;
}

TEST(WhatIf, AnActionMovesAndNothingElse) {
  EXPECT_THAT(minutes(with_moved(drill(), {"declare", 1, -4min})),
              ElementsAre(0, 6, 11, 12, 20, 30));
  std::vector<Event> later = with_moved(drill(), {"declare", 1, 5min});
  EXPECT_THAT(minutes(later), ElementsAre(0, 11, 12, 15, 20, 30));
  EXPECT_EQ(as<events::Action>(later[3]).action, "declare");
}

TEST(WhatIf, OfSeveralTheTeamsOwnAreCounted) {
  EXPECT_THAT(minutes(with_moved(drill(), {"notice", 2, -1min})),
              ElementsAre(0, 10, 11, 12, 19, 30));
}

TEST(WhatIf, NothingLeavesTheDrill) {
  EXPECT_THAT(minutes(with_moved(drill(), {"declare", 1, -60min})),
              ElementsAre(0, 0, 11, 12, 20, 30));
  std::vector<Event> late = with_moved(drill(), {"declare", 1, 60min});
  EXPECT_EQ(late.back().kind, "close");
  EXPECT_EQ(late[late.size() - 2].t, Instant{30min});
}

TEST(WhatIf, AnActionThatWasNotIsNamedBesideThoseThatWere) {
  try {
    with_moved(drill(), {"notice", 3, 1min});
    FAIL() << "the team gave two notices";
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), HasSubstr("no action \"notice 3\" in this drill; the team did: "
                                        "declare, 2 x notice"));
  }
}

}  // namespace
}  // namespace mayday
