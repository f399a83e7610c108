#include "journey_rates.h"

#include <algorithm>

#include "mayday/ledger/events.h"

namespace mayday {
namespace {

void count(RateBin& bin, const events::Journey& journey) {
  if (journey.outcome == "refused") return;
  if (journey.outcome != "done") {
    ++bin.bad;
  } else {
    ++(journey.path == "alternative" ? bin.alternative : bin.normal);
  }
}

}  // namespace

JourneyRates journey_rates(const std::vector<Event>& events, Duration length,
                           std::size_t most_kinds, std::int64_t most_bins) {
  JourneyRates rates;
  std::int64_t minutes = std::max<std::int64_t>(1, (length + 1min - 1ns) / 1min);
  rates.width = std::max<std::int64_t>(1, (minutes + most_bins - 1) / most_bins) * Duration{1min};
  auto bins = static_cast<std::size_t>((length + rates.width - 1ns) / rates.width);
  for (const Event& event : events) {
    if (event.kind != events::Journey::kKind) continue;
    auto journey = as<events::Journey>(event);
    auto known = std::find_if(rates.kinds.begin(), rates.kinds.end(), [&](const JourneyRate& rate) {
      return rate.journey == journey.journey;
    });
    if (known == rates.kinds.end()) {
      if (rates.kinds.size() == most_kinds) continue;
      known = rates.kinds.insert(
          rates.kinds.end(),
          {journey.journey, std::vector<RateBin>(std::max<std::size_t>(1, bins))});
    }
    auto at =
        static_cast<std::size_t>(std::max<std::int64_t>(0, event.t.since_start / rates.width));
    count(known->bins[std::min(at, known->bins.size() - 1)], journey);
  }
  return rates;
}

}  // namespace mayday
