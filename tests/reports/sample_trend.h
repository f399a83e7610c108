#pragma once

#include <vector>

#include "mayday/reports/trend_html.h"

namespace mayday {

/// A page of one scenario's drills, a day apart: so many minutes each took to recover, at first and
/// later; each lost half a point a minute.
inline TrendPage sample_trend(const std::vector<int>& before, const std::vector<int>& after) {
  std::vector<DrillRecord> drills;
  constexpr std::int64_t kDay = 86'400;
  std::int64_t since = 0;
  for (const std::vector<int>* group : {&before, &after}) {
    since = static_cast<std::int64_t>(drills.size() + 1) * kDay;
    for (int minutes : *group) {
      DrillRecord drill;
      drill.when = static_cast<std::int64_t>(drills.size() + 1) * kDay;
      drill.ledger = "m" + std::to_string(drills.size() + 1) + "/ledger.jsonl";
      drill.ledger_head = drill.ledger;
      drill.scenario = "case";
      drill.title = {"合思登录失败", "Nobody can log in"};
      drill.profile = "enterprise";
      drill.score = 10'000 - minutes * 50;
      drill.low = drill.score - 20;
      drill.high = drill.score + 20;
      drill.letter = "B";
      drill.verdict = "pass";
      drill.took = {{"recover", minutes * 1min, true}};
      drills.push_back(drill);
    }
  }
  return {"out", "", trends_of(drills, since), {}, {}};
}

}  // namespace mayday
