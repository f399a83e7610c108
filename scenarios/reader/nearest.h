#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mayday::reader {

using Names = std::vector<std::string_view>;

/// The fewest letters to change, add, drop or swap with a neighbour to make `b` of `a`.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// "; did you mean 'x'?" for the nearest of the names if one is near, "; known are: x, y" when none
/// is but they are few, or nothing.
std::string suggestion(std::string_view word, const Names& names);

/// A word of the file as it may stand in a message: short, on one line, in single quotes.
std::string quote(std::string_view word);

/// "a, b and c".
std::string enumerate(const Names& names, std::string_view last = "and");

}  // namespace mayday::reader
