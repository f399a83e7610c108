#pragma once

#include <string>

namespace mayday {

/// What a person reads, in both languages. A scenario that gives one string has it in both.
struct Text {
  std::string zh;
  std::string en;

  friend bool operator==(const Text&, const Text&) = default;
};

}  // namespace mayday
