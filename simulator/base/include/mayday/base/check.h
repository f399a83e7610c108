#pragma once

#include <string_view>

namespace mayday {

/// Our own code is wrong: says where on standard error and ends the process. Never for input.
[[noreturn]] void broken(std::string_view what, const char* file = __builtin_FILE(),
                         int line = __builtin_LINE());

}  // namespace mayday

/// On in every build. What it checks must not have side effects.
#define MAYDAY_ASSERT(condition)                    \
  do {                                              \
    if (!(condition)) ::mayday::broken(#condition); \
  } while (false)
