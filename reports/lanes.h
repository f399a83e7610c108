#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "journey_rates.h"
#include "mayday/base/text.h"
#include "mayday/base/time.h"
#include "mayday/scoring/scorecard.h"
#include "moments.h"

/// The lanes of the timeline. Private to its drawing.
namespace mayday {

inline constexpr std::int64_t kWidth = 1160;  ///< Of the picture, in its own units.
inline constexpr std::int64_t kLeft = 132;  ///< Where time zero stands; lane names are left of it.
inline constexpr std::int64_t kRight = 1146;  ///< Where the drill ends.
inline constexpr std::size_t kFaultsDrawn = 6;

/// Turns drill time into a place.
struct Scale {
  Duration length;

  std::int64_t x(Instant at) const;
};

/// Something drawn and how much height it took.
struct Lane {
  std::string svg;
  std::int64_t height = 0;
};

/// A lane's name at its left. `y` is its top.
std::string lane_name(const Text& name, std::int64_t y);

/// About how wide a text is at the size of labels.
std::int64_t text_width(std::string_view text);

/// A text in both languages at a place.
std::string svg_text(std::int64_t x, std::int64_t y, std::string_view css_class, const Text& text,
                     std::size_t most = 60);

/// A tooltip. Lines are joined.
std::string tooltip(const std::vector<Text>& lines);

/// From where to where each fault was really there.
Lane truth_lane(const Scorecard& card, const Scale& scale, std::int64_t y);

/// Each fault's phases from its first symptom on.
Lane phase_lane(const Scorecard& card, const Scale& scale, std::int64_t y);

/// The moments of one lane as dots, those close together as one.
Lane moment_lane(const std::string& name, const std::vector<Moment>& story, const Scale& scale,
                 std::int64_t y);

/// Success of one journey kind over time.
Lane rate_lane(const Text& title, const JourneyRate& rate, Duration width, const Scale& scale,
               std::int64_t y);

}  // namespace mayday
