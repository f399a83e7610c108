#include "safety_reader.h"

#include <algorithm>

#include "durations.h"
#include "names.h"
#include "scalars.h"

namespace mayday::reader {
namespace {

constexpr std::int64_t kMostActive = 500;

std::vector<Member> read_targets(const Node& node) {
  std::vector<Member> targets;
  for (const Node* item : one_or_many(node)) {
    Member target = read_target(*item);
    if (std::find(targets.begin(), targets.end(), target) != targets.end())
      item->fail(quote(item->text) + " stands here a second time");
    targets.push_back(target);
  }
  if (targets.empty()) node.fail("name at least one, or leave the key out");
  return targets;
}

AbortPlan read_abort(const Node& node, const std::vector<JourneyPlan>& journeys) {
  Fields fields(node, "'abort_if'", {"journey", "below", "over"});
  Names kinds;
  for (const JourneyPlan& journey : journeys) kinds.push_back(journey.kind);
  AbortPlan abort;
  abort.journey = read_choice(fields.need("journey"), "journey of this scenario", kinds);
  const Node& below = fields.need("below");
  abort.below = read_share(below);
  if (abort.below == 0) below.fail("nothing is below 0%; write the least share that must be done");
  abort.over = read_positive_time(fields.need("over"));
  return abort;
}

}  // namespace

SafetyPlan read_safety(const Node& node, const std::vector<JourneyPlan>& journeys) {
  Fields fields(node, "'safety'", {"most_active", "targets", "abort_if"});
  SafetyPlan safety;
  if (const Node* most = fields.find("most_active"))
    safety.most_active = static_cast<int>(read_integer(*most, "most_active", 1, kMostActive));
  if (const Node* targets = fields.find("targets")) safety.targets = read_targets(*targets);
  if (const Node* abort = fields.find("abort_if")) safety.abort = read_abort(*abort, journeys);
  return safety;
}

}  // namespace mayday::reader
