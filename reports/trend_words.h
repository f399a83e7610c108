#pragma once

#include <string>
#include <string_view>

#include "mayday/base/text.h"
#include "mayday/catalogue/trend.h"

/// What a trend says, for the terminal and the page.
namespace mayday {

/// A change's numbers as they are printed: points, or lengths of time and their ratio.
struct ShiftFigures {
  std::string before;
  std::string after;
  std::string change;  ///< "+19.54", or "×0.27".
  std::string low;
  std::string high;
};
ShiftFigures figures_of(const Shift& shift);

/// What is compared: the score, or a stage by its name.
Text name_of_figure(std::string_view what);

/// "2026-11-26 20:42", in UTC.
std::string day_and_minute(std::int64_t since_1970);

/// "22m23s", or ">40m" when it was not reached by then.
std::string took_text(const TookRecord& took);

/// True when the drill stands on one of the two sides.
bool is_compared(const ListedDrill& drill);

/// How many drills were compared; and when they are too few, that they say nothing.
Text compared_text(const Trend& trend);

/// What changed for better, what for worse, and of what there is no evidence that it did.
Text findings_text(const Trend& trend);

}  // namespace mayday
