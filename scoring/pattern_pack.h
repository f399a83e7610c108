#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What the phrases of a language say. Private to the library; the phrases are data, in patterns/.
namespace mayday {

/// A phrase in pieces: plain text, or "{time}" (one that parses), "{number}" (with three digits or
/// more for a telephone, any number before a counting word) or "{gap}" (a few words of the same
/// clause). Between pieces there may be spaces.
using Phrase = std::vector<std::string>;

struct PatternPack {
  std::string language;
  std::int64_t utc_offset_minutes = 0;  ///< Of the times of day in its texts.
  bool whole_words = false;             ///< A phrase begins where a word does.
  std::vector<std::string> negators;    ///< Directly before a phrase, they undo it.
  std::vector<std::string> clause_ends;
  std::vector<std::pair<std::string, std::vector<Phrase>>> elements;  ///< By name.
  std::vector<Phrase> eta;              ///< When users are served again; also the element "next".
  std::vector<std::string> eta_unless;  ///< … unless its clause says one of these.
  std::vector<Phrase> next;             ///< When the next notice comes.
  std::vector<Phrase> recovered;        ///< It is over …
  std::vector<std::string> recovered_unless;  ///< … unless its clause says one of these.
};

/// The packs that the program carries: zh, en.
const std::vector<PatternPack>& pattern_packs();

}  // namespace mayday
