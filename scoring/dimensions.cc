#include "mayday/scoring/dimensions.h"

#include <algorithm>

namespace mayday {
namespace {

/// Keeps the bar and its parts, but at nothing.
void forfeit(Dimension& dimension, Text why) {
  if (!dimension.applies) return;
  dimension.value = 0;
  dimension.parts = {{"handled", kOne, 0, kOne, 0, why}};
  dimension.note = std::move(why);
}

}  // namespace

std::vector<Dimension> dimensions(const FaultTimeline& fault, const Profile& profile) {
  std::vector<Dimension> all{detection(fault, profile),     grading(fault, profile),
                             location(fault, profile),      recovery(fault, profile),
                             communication(fault, profile), vendor_work(fault, profile),
                             data(fault, profile)};
  if (!fault.handled) {
    if (!fault.noticed && !fault.detections.empty())
      forfeit(all[0], {"有告警，但无人确认", "it was seen, but nobody took it up"});
    Text unhandled{"未立事件，未处置", "no incident was opened for it"};
    for (std::size_t i = 1; i < 6; ++i) forfeit(all[i], unhandled);
  }
  for (Dimension& dimension : all) {
    dimension.value = std::clamp<Ppm>(dimension.value, 0, kOne);
    dimension.mark = dimension.applies ? mark(dimension.value) : "";
  }
  return all;
}

std::string mark(Ppm value) {
  if (value >= 850'000) return "P";
  if (value >= 650'000) return "S";
  return value >= 350'000 ? "M" : "U";
}

}  // namespace mayday
