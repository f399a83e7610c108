#include "journeys_reader.h"

#include <algorithm>

#include "durations.h"
#include "journey_file.h"
#include "scalars.h"

namespace mayday::reader {
namespace {

constexpr std::uint32_t kMobile =
    500;  // half of the travellers, unless the scenario says otherwise
constexpr std::int64_t kMostJourneys = 1'000'000;

std::uint32_t read_mobile_share(const Node& node) {
  Fields fields(node, "the clients", {"mobile", "pc"});
  std::uint32_t mobile = read_share(fields.need("mobile"));
  std::uint32_t pc = read_share(fields.need("pc"));
  if (mobile + pc != 1000) node.fail("the shares of the clients must add up to 100%");
  return mobile;
}

void check_number(const Node& node, const JourneyPlan& journey, Duration length) {
  // In whole seconds, so that nothing overflows: a rate's `per` is at least one.
  std::int64_t seconds = length / 1s + 1;
  if (journey.rate > kMostJourneys ||
      journey.rate * (seconds / (journey.per / 1s) + 1) > kMostJourneys)
    node.fail("this rate makes more than " + std::to_string(kMostJourneys) +
              " journeys in the length of the drill");
}

void add_rounds(std::vector<RoundPlan> rounds, Plan& plan) {
  for (RoundPlan& round : rounds) {
    bool known = std::any_of(plan.rounds.begin(), plan.rounds.end(),
                             [&](const RoundPlan& there) { return there.kind == round.kind; });
    if (!known) plan.rounds.push_back(std::move(round));
  }
}

void read_journey_line(const Node& node, const Library& library, Plan& plan) {
  Fields fields(node, "a journey", {"run", "rate", "clients"});
  const Node& run = fields.need("run");
  JourneyFile file = read_journey(run, library);
  for (const JourneyPlan& earlier : plan.journeys)
    if (earlier.kind == file.journey.kind)
      run.fail("the journey " + quote(earlier.kind) + " is already run; one line a journey");
  const Node& rate_node = fields.need("rate");
  Rate rate = read_rate(rate_node);
  file.journey.rate = rate.count;
  file.journey.per = rate.per;
  const Node* clients = fields.find("clients");
  file.journey.mobile_per_mille = clients == nullptr ? kMobile : read_mobile_share(*clients);
  check_number(rate_node, file.journey, plan.length);
  plan.journeys.push_back(std::move(file.journey));
  add_rounds(std::move(file.rounds), plan);
}

}  // namespace

void read_journeys(const Node& list, const Library& library, Plan& plan) {
  expect_list(list, "the list of journeys");
  for (const Node& node : list.items) read_journey_line(node, library, plan);
  if (!plan.journeys.empty() && plan.estate.staff.empty())
    list.fail("journeys need people: give 'staff' under estate.hesi");
}

}  // namespace mayday::reader
