#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// The insides of the reader have a namespace of their own: their names (Source, Node) are
/// everybody's.
namespace mayday::reader {

/// One code point of UTF-8 text. `length` is 0 where the bytes are not UTF-8.
struct Character {
  char32_t code = 0;
  std::size_t length = 0;
};

/// The code point that begins at `at`. Strict: no overlong forms, no surrogates.
Character character_at(std::string_view text, std::size_t at);

/// Columns that it takes on a terminal: 2 for Chinese characters and the like.
int width(char32_t code);

/// A character that no file may hold, because people would not see it, or not where it is.
struct BadCharacter {
  std::size_t at = 0;  ///< Byte offset.
  std::string what;    ///< What it is, for a message.
};

/// The first character that is not UTF-8, a control character, invisible, or turns the direction of
/// the text. Line feeds, tabs and CR before LF may stand.
std::optional<BadCharacter> find_bad_character(std::string_view text);

}  // namespace mayday::reader
