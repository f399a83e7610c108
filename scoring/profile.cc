#include "mayday/scoring/profile.h"

#include "mayday/base/check.h"
#include "mayday/base/input_error.h"
#include "profile_reader.h"

namespace mayday {
namespace {

Span minutes(int target, int limit) {
  return {std::chrono::minutes{target}, std::chrono::minutes{limit}};
}

LevelTable level_one() {
  return {.detect = minutes(2, 20),
          .declare = minutes(3, 15),
          .grade = minutes(2, 10),
          .locate = minutes(10, 60),
          .vendor = minutes(5, 20),
          .notice = minutes(10, 30),
          .mitigate = minutes(20, 90),
          .recover = minutes(45, 180),
          .verify = minutes(15, 60),
          .gap = 20min};
}

LevelTable level_two() {
  return {.detect = minutes(5, 30),
          .declare = minutes(5, 30),
          .grade = minutes(5, 20),
          .locate = minutes(20, 90),
          .vendor = minutes(10, 45),
          .notice = minutes(20, 60),
          .mitigate = minutes(40, 150),
          .recover = minutes(60, 240),
          .verify = minutes(30, 120),
          .gap = 30min};
}

LevelTable level_three() {
  return {.detect = minutes(15, 120),
          .declare = minutes(15, 120),
          .grade = minutes(10, 60),
          .locate = minutes(60, 480),
          .vendor = minutes(30, 240),
          .notice = minutes(60, 480),
          .mitigate = minutes(120, 960),
          .recover = minutes(240, 1440),
          .verify = minutes(60, 480),
          .gap = 120min};
}

Profile enterprise() {
  Profile profile;
  profile.name = "enterprise";
  profile.levels = {level_one(), level_two(), level_three()};
  // Grading too low delays the emergency plan; grading too high only wastes people.
  profile.costs = {
      {kOne, 0, 450'000, 900'000}, {kOne, 200'000, 0, 500'000}, {600'000, 400'000, 150'000, 0}};
  profile.weights = {15, 15, 15, 25, 12, 8, 10};
  profile.omegas = {3, 2, 1};
  return profile;
}

/// "One minute to see, five to find, ten to stop the bleeding", at level 1.
Profile one_five_ten() {
  Profile profile = enterprise();
  profile.name = "1-5-10";
  LevelTable& first = profile.levels.front();
  first.detect = minutes(1, 10);
  first.locate = minutes(5, 30);
  first.mitigate = minutes(10, 60);
  first.recover = minutes(30, 120);
  return profile;
}

Span divided(Span span, std::int64_t by) { return {span.target / by, span.limit / by}; }

void divide(LevelTable& level, std::int64_t by) {
  for (Span LevelTable::*member :
       {&LevelTable::detect, &LevelTable::declare, &LevelTable::grade, &LevelTable::locate,
        &LevelTable::vendor, &LevelTable::notice, &LevelTable::mitigate, &LevelTable::recover,
        &LevelTable::verify})
    level.*member = divided(level.*member, by);
  level.gap /= by;
}

}  // namespace

Profile find_profile(std::string_view name_or_text, std::string_view file) {
  if (name_or_text.empty() || name_or_text == "enterprise") return enterprise();
  if (name_or_text == "1-5-10") return one_five_ten();
  if (name_or_text.find('{') != std::string_view::npos)
    return read_profile(name_or_text, file, find_profile(extended_by(name_or_text, file), file));
  throw InputError("unknown scoring profile '" + std::string(name_or_text) +
                   "'; there are 'enterprise' and '1-5-10'");
}

Profile scaled(Profile profile, std::int64_t time_scale) {
  MAYDAY_ASSERT(time_scale >= 1);
  for (LevelTable& level : profile.levels) divide(level, time_scale);
  Slacks& slacks = profile.slacks;
  for (Duration Slacks::*member :
       {&Slacks::regrade, &Slacks::eta, &Slacks::eta_floor, &Slacks::punctual, &Slacks::escalate,
        &Slacks::relay, &Slacks::alert_after, &Slacks::same_claim})
    slacks.*member /= time_scale;
  slacks.watch = divided(slacks.watch, time_scale);
  return profile;
}

const LevelTable& table(const Profile& profile, int level) {
  MAYDAY_ASSERT(level >= 1 && level <= 3);
  return profile.levels[static_cast<std::size_t>(level - 1)];
}

Ppm grading_cost(const Profile& profile, int truth, int given) {
  MAYDAY_ASSERT(truth >= 1 && truth <= 3 && given >= 0 && given <= 3);
  return profile.costs[static_cast<std::size_t>(truth - 1)][static_cast<std::size_t>(given)];
}

}  // namespace mayday
