#include "nearest.h"

#include <algorithm>

#include "characters.h"

namespace mayday::reader {
namespace {

constexpr std::size_t kLongestWord = 64;
constexpr std::size_t kFew = 12;
constexpr std::size_t kQuoted = 60;

std::size_t nearness_limit(std::string_view word) {
  return std::clamp<std::size_t>(word.size() / 3, 1, 4);
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  // Three rows of the usual table; the third, two back, is for swapped neighbours.
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({change, above[j] + 1, row[j - 1] + 1});
      bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(above);
    above.swap(row);
  }
  return above[b.size()];
}

std::string suggestion(std::string_view word, const Names& names) {
  if (word.size() > kLongestWord) return {};
  std::string_view nearest;
  std::size_t least = nearness_limit(word) + 1;
  for (std::string_view name : names) {
    std::size_t distance = edit_distance(word, name);
    if (distance < least) {
      least = distance;
      nearest = name;
    }
  }
  if (!nearest.empty()) return "; did you mean " + quote(nearest) + "?";
  if (names.empty() || names.size() > kFew) return {};
  return "; known are: " + enumerate(names);
}

std::string quote(std::string_view word) {
  std::string text = "'";
  std::size_t characters = 0;
  for (std::size_t at = 0; at < word.size(); ++characters) {
    if (characters == kQuoted) {
      text += "...";
      break;
    }
    std::size_t length = std::max<std::size_t>(character_at(word, at).length, 1);
    text += word[at] == '\n' || word[at] == '\t' ? " " : std::string(word.substr(at, length));
    at += length;
  }
  return text + "'";
}

std::string enumerate(const Names& names, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " " + std::string(last) + " " : std::string(", ");
    text += names[i];
  }
  return text;
}

}  // namespace mayday::reader
