#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

#include "mayday/base/time.h"
#include "query.h"

namespace mayday::hotel {

/// What a room is wanted for.
struct Stay {
  std::chrono::sys_days check_in;
  std::chrono::sys_days check_out;
  int adults = 1;  ///< Per room.
  std::vector<int> child_ages;
  int rooms = 1;

  int nights() const { return static_cast<int>((check_out - check_in).count()); }
  std::size_t occupancy() const { return static_cast<std::size_t>(adults) + child_ages.size(); }
};

/// Today on the hotel's own calendar.
std::chrono::sys_days local_date(const Property& property, std::chrono::sys_time<Duration> wall);

/// Reads a search's stay; without dates it is tonight.
Stay read_stay(Query& query, std::chrono::sys_days today);

/// What is wrong with the dates, which the problem names as parameters.
std::optional<Problem> date_problem(const Stay& stay, std::chrono::sys_days today);

}  // namespace mayday::hotel
