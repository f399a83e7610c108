#include "mayday/catalogue/drill_record.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace mayday {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kTook{{
    {"detect", "t_det"},
    {"locate", "t_loc"},
    {"mitigate", "t_mit"},
    {"recover", "t_rec"},
}};

Instant stamp(const FaultStamps& fault, std::string_view name) {
  for (const Stamp& stamp : fault.stamps)
    if (stamp.name == name) return stamp.at;
  return kNever;
}

/// Of several faults the one that took longest; one that was never done with took the longest.
TookRecord slowest(const Scorecard& card, std::string_view what, std::string_view name) {
  TookRecord slowest{std::string(what), Duration{0}, true};
  for (const FaultStamps& fault : card.timestamps) {
    Instant symptom = stamp(fault, "t_sym");
    if (symptom == kNever) continue;
    Instant at = stamp(fault, name);
    bool reached = at != kNever;
    Duration took = std::max((reached ? at : card.last) - symptom, Duration{0});
    slowest.reached = slowest.reached && reached;
    slowest.took = std::max(slowest.took, took);
  }
  return slowest;
}

bool had_symptoms(const Scorecard& card) {
  return std::any_of(card.timestamps.begin(), card.timestamps.end(),
                     [](const FaultStamps& fault) { return stamp(fault, "t_sym") != kNever; });
}

}  // namespace

DrillRecord record_of(const Scorecard& card) {
  DrillRecord record;
  record.ledger_head = card.ledger_head;
  record.scenario = card.scenario;
  record.title = card.title;
  record.world = card.world;
  record.seed = card.seed;
  record.profile = card.profile;
  record.model = card.model;
  record.score = card.score;
  record.low = card.low;
  record.high = card.high;
  record.letter = card.letter;
  record.verdict = card.verdict;
  if (had_symptoms(card))
    for (const auto& [what, name] : kTook) record.took.push_back(slowest(card, what, name));
  for (const Improvement& improvement : card.improvements)
    if (improvement.from == "review") record.improvements.push_back(improvement);
  return record;
}

}  // namespace mayday
