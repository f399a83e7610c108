#include <gtest/gtest.h>

#include "mayday/desk/breaker.h"
#include "mayday/desk/token_cache.h"

namespace mayday {
namespace {

constexpr BreakerPolicy kPolicy{3, 30s};

Breaker failed(Breaker breaker, int times, Instant now) {
  for (int i = 0; i < times; ++i) breaker = step(breaker, BreakerEvent::failed, kPolicy, now).next;
  return breaker;
}

TEST(Breaker, OpensAfterFailuresInARowAndNotBefore) {
  EXPECT_EQ(failed({}, 2, Instant{}).state, Breaker::State::closed);
  EXPECT_EQ(failed({}, 3, Instant{}).state, Breaker::State::open);
}

TEST(Breaker, ASuccessStartsTheCountAnew) {
  Breaker breaker = failed({}, 2, Instant{});
  breaker = step(breaker, BreakerEvent::succeeded, kPolicy, Instant{}).next;
  EXPECT_EQ(failed(breaker, 2, Instant{}).state, Breaker::State::closed);
}

TEST(Breaker, LetsOneCallTryWhenItsTimeIsOver) {
  Breaker breaker = failed({}, 3, Instant{});
  EXPECT_FALSE(step(breaker, BreakerEvent::asked, kPolicy, Instant{29s}).admitted);
  BreakerStep trial = step(breaker, BreakerEvent::asked, kPolicy, Instant{30s});
  EXPECT_TRUE(trial.admitted);
  EXPECT_EQ(trial.next.state, Breaker::State::half_open);
  EXPECT_FALSE(step(trial.next, BreakerEvent::asked, kPolicy, Instant{31s}).admitted);
}

TEST(Breaker, TheTrialDecides) {
  Breaker trial = step(failed({}, 3, Instant{}), BreakerEvent::asked, kPolicy, Instant{30s}).next;
  EXPECT_EQ(step(trial, BreakerEvent::succeeded, kPolicy, Instant{31s}).next.state,
            Breaker::State::closed);
  Breaker again = step(trial, BreakerEvent::failed, kPolicy, Instant{31s}).next;
  EXPECT_EQ(again.state, Breaker::State::open);
  EXPECT_FALSE(step(again, BreakerEvent::asked, kPolicy, Instant{60s}).admitted);
}

TEST(Breaker, NeverOpensWithoutALimit) {
  Breaker breaker;
  for (int i = 0; i < 100; ++i) breaker = step(breaker, BreakerEvent::failed, {0, 30s}, {}).next;
  EXPECT_EQ(breaker.state, Breaker::State::closed);
}

TEST(TokenCache, ATokenIsNotUsedInItsLastMinute) {
  TokenCache cache = step({}, TokenEvent(TokenEvent::Kind::granted, "a", 200'000));
  EXPECT_TRUE(usable(cache, 139'999));
  EXPECT_FALSE(usable(cache, 140'000));
}

TEST(TokenCache, ARefusalDropsOnlyTheTokenItIsAbout) {
  TokenCache cache = step({}, TokenEvent(TokenEvent::Kind::granted, "new", 200'000));
  cache = step(cache, TokenEvent(TokenEvent::Kind::refused, "old"));
  EXPECT_EQ(cache.token, "new");
  cache = step(cache, TokenEvent(TokenEvent::Kind::refused, "new"));
  EXPECT_EQ(cache.token, "");
}

TEST(AuthState, CompatibleTurnsToV3WhenRefusedInTheNewForm) {
  AuthState auth = begin_auth(AuthMode::compatible, TokenKind::v1);
  EXPECT_EQ(auth.kind, TokenKind::v1);
  EXPECT_EQ(step(auth, AuthEvent::refused_v3).kind, TokenKind::v3);
}

TEST(AuthState, CompatibleTakesOneRefusalInTheOldFormForAStaleToken) {
  AuthState auth = begin_auth(AuthMode::compatible, TokenKind::v1);
  auth = step(auth, AuthEvent::refused_v1);
  EXPECT_EQ(auth.kind, TokenKind::v1);
  EXPECT_EQ(step(auth, AuthEvent::accepted).refusals, 0);
  EXPECT_EQ(step(auth, AuthEvent::refused_v1).kind, TokenKind::v3);
}

TEST(AuthState, TheOtherModesNeverChangeTheirKind) {
  for (AuthMode mode : {AuthMode::v1, AuthMode::v3}) {
    AuthState auth = begin_auth(mode, TokenKind::v1);
    TokenKind before = auth.kind;
    for (int i = 0; i < 5; ++i) auth = step(auth, AuthEvent::refused_v3);
    EXPECT_EQ(auth.kind, before);
  }
}

}  // namespace
}  // namespace mayday
