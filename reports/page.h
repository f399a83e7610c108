#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "mayday/base/text.h"

/// Pieces of the page. What they return is HTML; what they take is plain text unless it says so.
namespace mayday {

/// Rows of one table of a report; more are cut and said so.
inline constexpr std::size_t kTableRows = 50;
inline constexpr std::size_t kEveryRow = std::numeric_limits<std::size_t>::max();

/// The text in both languages, one of them shown.
std::string both(const Text& text, std::size_t most = 300);

/// A label of words.cc in both languages.
std::string label(std::string_view key);

/// What an element of a notice is called.
std::string label_of_element(std::string_view element);

/// A small coloured word; `tone` is good | fair | weak | bad | plain.
std::string chip(std::string_view tone, std::string_view html_inside);

/// One fact of a `<dl class="facts">`: a label of words.cc and its value, which is HTML.
std::string fact(std::string_view key, const std::string& value);

/// A count of what should be none: set off when it is not.
std::string bad_count(std::int64_t count);

/// The tone of a mark P, S, M or U.
std::string_view tone_of_mark(std::string_view mark);

/// The tone of a verdict.
std::string_view tone_of_verdict(std::string_view verdict);

/// What is to be decided yet: the text, or that it is not.
std::string or_none_yet(std::string_view text);

/// An `<h2>` section whose heading, which is HTML, has this id.
std::string section(std::string_view id, std::string_view heading, std::string_view html_inside);

/// One with id "name" and the heading word(name).
std::string section(std::string_view name, std::string_view html_inside);

/// A table under its own scrolling region. Cells are HTML; the first of a row is its header.
class Table {
 public:
  /// `id` names the region for a screen reader and must be unique on the page; columns are keys of
  /// words.cc.
  Table(std::string region_id, Text caption, std::vector<std::string_view> columns,
        std::size_t most = kTableRows);

  /// An empty or missing cell shows as a dash.
  void row(const std::vector<std::string>& cells);

  /// The whole table, or a line that says there is nothing.
  std::string html() const;

 private:
  std::string id_;
  Text caption_;
  std::vector<std::string_view> columns_;
  std::size_t most_;
  std::string rows_;
  std::size_t count_ = 0;
};

}  // namespace mayday
