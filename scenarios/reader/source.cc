#include "source.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "characters.h"
#include "mayday/base/input_error.h"

namespace mayday::reader {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kShownCharacters = 100;
constexpr std::size_t kShownBefore = 60;

/// A line cut to what fits a screen, and the white space that puts a caret under the place.
struct Excerpt {
  std::string shown;
  std::string indent;
};

Excerpt excerpt(std::string_view line, std::size_t column) {
  std::size_t skipped = std::min(line.find_first_not_of(" \t"), column);
  std::vector<std::pair<std::string, int>> characters;  // text, width
  std::size_t before = 0;                               // characters in front of the place
  for (std::size_t at = skipped; at < line.size();) {
    Character next = character_at(line, at);
    std::size_t length = std::max<std::size_t>(next.length, 1);
    std::string_view bytes = line.substr(at, length);
    bool plain = next.code != '\t' && !find_bad_character(bytes);
    if (plain)
      characters.emplace_back(bytes, width(next.code));
    else
      characters.emplace_back(next.code == '\t' ? " " : "\uFFFD", 1);
    if (at < column) ++before;
    at += length;
  }
  std::size_t first = 0;
  std::size_t last = characters.size();
  if (characters.size() > kShownCharacters + 20) {
    first = before > kShownBefore ? before - kShownBefore : 0;
    last = std::min(characters.size(), first + kShownCharacters);
  }
  Excerpt made;
  if (first > 0) made = {"...", "   "};
  for (std::size_t i = first; i < last; ++i) {
    made.shown += characters[i].first;
    if (i < before) made.indent.append(static_cast<std::size_t>(characters[i].second), ' ');
  }
  if (last < characters.size()) made.shown += "...";
  return made;
}

void check_is_file(const std::string& path) {
  std::error_code error;
  fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) throw InputError(path + ": there is no such file");
  if (fs::is_directory(status)) throw InputError(path + ": this is a folder, not a file");
  if (!fs::is_regular_file(status)) throw InputError(path + ": this is not a regular file");
  auto size = fs::file_size(path, error);
  if (!error && size > Source::kMaxBytes)
    throw InputError(path + ":1:1: the file has " + std::to_string(size) + " bytes; at most " +
                     std::to_string(Source::kMaxBytes) + " are read");
}

std::size_t column_number(std::string_view line, std::size_t column) {
  std::size_t number = 1;
  for (std::size_t at = 0; at < std::min(column, line.size()); ++number)
    at += std::max<std::size_t>(character_at(line, at).length, 1);
  return number;
}

}  // namespace

std::unique_ptr<Source> Source::open(const std::string& path) {
  check_is_file(path);
  std::ifstream file(path, std::ios::binary);
  if (!file) throw InputError(path + ": the file cannot be read");
  std::string text(kMaxBytes + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad()) throw InputError(path + ": the file cannot be read");
  text.resize(static_cast<std::size_t>(file.gcount()));
  return std::make_unique<Source>(path, std::move(text));
}

Source::Source(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)) {
  if (text_.size() > kMaxBytes)
    throw InputError(name_ + ":1:1: the file has more than " + std::to_string(kMaxBytes) +
                     " bytes");
  if (text_.starts_with("\xFF\xFE") || text_.starts_with("\xFE\xFF"))
    throw InputError(name_ + ":1:1: the file is UTF-16; save it as UTF-8");
  if (text_.starts_with("\xEF\xBB\xBF")) text_.erase(0, 3);  // the mark that some editors put first
  line_starts_.push_back(0);
  for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1))
    line_starts_.push_back(at + 1);
  if (text_.empty()) throw InputError(name_ + ":1:1: the file is empty");
  check_characters();
}

char Source::at(Place place) const {
  std::string_view whole = line(place.line);
  return place.column < whole.size() ? whole[place.column] : '\0';
}

std::string Source::word(Place place) const {
  std::string_view whole = line(place.line);
  if (place.column >= whole.size()) return {};
  std::string_view rest = whole.substr(place.column);
  if (rest.front() == '~') return "~";
  auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return {rest.begin(), std::find_if_not(rest.begin(), rest.end(), letter)};
}

std::string_view Source::line(std::size_t number) const {
  if (number >= line_starts_.size()) return {};
  std::size_t start = line_starts_[number];
  std::size_t end = std::min(text_.find('\n', start), text_.size());
  std::string_view whole = std::string_view(text_).substr(start, end - start);
  if (whole.ends_with('\r')) whole.remove_suffix(1);
  return whole;
}

Place Source::place_of(std::size_t offset) const {
  auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  auto number = static_cast<std::size_t>(after - line_starts_.begin()) - 1;
  return {number, offset - line_starts_[number]};
}

void Source::check_characters() const {
  auto bad = find_bad_character(text_);
  if (bad)
    fail(place_of(bad->at), "the file holds " + bad->what + "; a scenario is plain UTF-8 text");
}

std::string Source::complaint(Place place, std::string_view message) const {
  std::string_view whole = line(place.line);
  std::string text = name_ + ":" + std::to_string(place.line + 1) + ":" +
                     std::to_string(column_number(whole, place.column)) + ": ";
  Excerpt lines = excerpt(whole, place.column);
  text.append(message);
  return text + "\n    " + lines.shown + "\n    " + lines.indent + "^";
}

void Source::fail(Place place, std::string_view message) const {
  throw InputError(complaint(place, message));
}

}  // namespace mayday::reader
