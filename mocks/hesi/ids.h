#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mayday::hesi {

/// Makes identifiers that look opaque but follow from counters alone, so that a drill repeats
/// exactly.
class Ids {
 public:
  /// "ID01" and eleven letters and digits; never the same twice within a kind.
  std::string opaque(std::string_view kind);
  /// "FLOW:<n>:<n>", of one approval node of one submission.
  std::string node();
  /// "B26000010": a document's number. Numbers below 10 belong to the fixtures.
  std::string code(char prefix, int year);

 private:
  std::uint64_t opaque_ = 0;
  std::uint64_t nodes_ = 0;
  std::uint64_t codes_ = 9;
};

}  // namespace mayday::hesi
