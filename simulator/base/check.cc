#include "mayday/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace mayday {

void broken(std::string_view what, const char* file, int line) {
  std::fprintf(stderr, "mayday: broken at %s:%d: %.*s\n", file, line, static_cast<int>(what.size()),
               what.data());
  std::abort();
}

}  // namespace mayday
