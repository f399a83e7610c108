#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mayday::reader {

/// Where something stands in a file: line and byte in the line, both from zero.
struct Place {
  std::size_t line = 0;
  std::size_t column = 0;
};

/// A file's text, checked to be UTF-8 without anything that a reader of it could not see.
class Source {
 public:
  static constexpr std::size_t kMaxBytes = 1024 * 1024;

  /// Reads a file. Throws InputError when there is no such regular file, when it is over kMaxBytes
  /// (it is not read then), empty, or not plain UTF-8 text.
  static std::unique_ptr<Source> open(const std::string& path);

  /// `name` stands in messages. Throws as `open` does.
  Source(std::string name, std::string text);

  const std::string& name() const { return name_; }
  const std::string& text() const { return text_; }
  /// The byte at a place; NUL beyond the end.
  char at(Place place) const;

  /// The letters from a place on, or one "~".
  std::string word(Place place) const;

  /// "name:line:column: message", then the line and a caret under the place. Columns are
  /// characters.
  std::string complaint(Place place, std::string_view message) const;
  /// Throws InputError with the complaint.
  [[noreturn]] void fail(Place place, std::string_view message) const;

 private:
  std::string_view line(std::size_t number) const;
  Place place_of(std::size_t offset) const;
  void check_characters() const;

  std::string name_;
  std::string text_;
  std::vector<std::size_t> line_starts_;
};

}  // namespace mayday::reader
