#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "mayday/reports/log_text.h"

/// What people and programs of a team wrote is hostile until it went through one of these.
namespace mayday {

/// One character, or a byte that is none.
struct Character {
  char32_t code = 0;
  std::size_t bytes = 1;
  bool valid = false;  ///< False: this byte is not UTF-8.
};

/// The character that begins at `at`; at < text.size().
Character character_at(std::string_view text, std::size_t at);

/// True for characters that change the direction of what follows or cannot be seen at all.
bool is_invisible(char32_t code);

/// `code` as UTF-8.
std::string utf8(char32_t code);

/// One line of valid UTF-8 in which everything shows and nothing acts: a line break becomes "⏎", a
/// tab a space, other controls their pictures ("␀", "␛"), direction overrides and invisible
/// characters
/// "[U+202E]", bytes that are not UTF-8 the replacement character.
std::string visible(std::string_view text);

/// At most `most` bytes of visible text, cut between characters and ended with "…" when cut.
std::string clipped(std::string_view text, std::size_t most);

/// visible(), escaped for HTML text and quoted attributes; at most `most` bytes come out before the
/// "…".
std::string html(std::string_view text, std::size_t most = 600);

/// A file's path, from where the page lies, as a link in a quoted attribute: never a scheme, a
/// host, a query or a fragment, whatever the file is called.
std::string link_to(std::string_view relative_path);

/// visible(), escaped for a Markdown table cell or list item that something of ours precedes.
std::string markdown(std::string_view text, std::size_t most = 300);

/// JSON as it may stand in a script element: nothing in it can end the element or begin another.
std::string script_safe(std::string_view json);

/// A quoted CSV cell that no spreadsheet takes for a formula.
std::string csv_cell(std::string_view text);

}  // namespace mayday
