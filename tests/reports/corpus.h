#pragma once

#include <string>
#include <vector>

namespace mayday {

/// What people with bad intentions, and careless ones, put into names and texts: the lines of
/// hostile.txt with their escapes resolved. \n, \r, \t, \\ and \xNN are as in C++; a line that
/// begins with \k holds the rest nine thousand times.
const std::vector<std::string>& hostile_texts();

}  // namespace mayday
