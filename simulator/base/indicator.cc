#include "mayday/base/indicator.h"

#include <algorithm>
#include <vector>

namespace mayday {
namespace {

/// The value that 95 in 100 do not exceed.
Duration nearest_rank_95(std::vector<Duration>& latencies) {
  if (latencies.empty()) return Duration{0};
  std::size_t rank = (latencies.size() * 95 + 99) / 100;
  auto at = latencies.begin() + static_cast<std::ptrdiff_t>(rank - 1);
  std::nth_element(latencies.begin(), at, latencies.end());
  return *at;
}

}  // namespace

void Indicator::add(Instant at, bool good, Duration latency) {
  samples.push_back({at, good, latency});
  while (samples.front().at < at - kStretch) samples.pop_front();
}

IndicatorReading Indicator::at(Instant now, Duration span) const {
  IndicatorReading reading;
  reading.from = now - span;
  std::vector<Duration> latencies;
  auto take = [&](const Sample& sample) {
    ++reading.journeys;
    if (!sample.good) return;
    ++reading.good;
    latencies.push_back(sample.latency);
  };
  for (auto sample = samples.rbegin(); sample != samples.rend(); ++sample) {
    if (sample->at > now) continue;
    if (sample->at <= now - span) {
      if (reading.journeys >= kLeast || sample->at <= now - kStretch) break;
      // The window opens just before the oldest journey that it needs.
      reading.from = sample->at - Duration{1};
    }
    take(*sample);
  }
  if (reading.journeys < kLeast) reading.from = now - kStretch;
  reading.p95 = nearest_rank_95(latencies);
  return reading;
}

}  // namespace mayday
