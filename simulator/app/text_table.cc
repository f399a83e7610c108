#include "text_table.h"

#include <algorithm>

namespace mayday {
namespace {

constexpr std::size_t kLineWidth = 120;
constexpr std::size_t kLeastWidth = 40;

/// Columns on a terminal: a Chinese character takes two.
std::size_t width_of(const std::string& text) {
  std::size_t width = 0;
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xE2)
      width += 2;
    else if (byte < 0x80 || byte >= 0xC0)
      ++width;
  }
  return width;
}

/// The text broken between words into lines of at most `width` columns; a longer word has its own.
std::vector<std::string> broken_up(const std::string& text, std::size_t width) {
  std::vector<std::string> lines(1);
  for (std::size_t from = 0; from < text.size();) {
    std::size_t to = std::min(text.find(' ', from), text.size());
    std::string word = text.substr(from, to - from);
    std::string& line = lines.back();
    if (line.empty())
      line = word;
    else if (width_of(line) + 1 + width_of(word) <= width)
      line += " " + word;
    else
      lines.push_back(word);
    from = to + 1;
  }
  return lines;
}

std::vector<std::size_t> widths_of(const TextTable& rows) {
  std::vector<std::size_t> widths;
  for (const std::vector<std::string>& row : rows)
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      if (i == widths.size()) widths.push_back(0);
      widths[i] = std::max(widths[i], width_of(row[i]));
    }
  return widths;
}

}  // namespace

std::string lay_out(const TextTable& rows) {
  std::vector<std::size_t> widths = widths_of(rows);
  std::size_t before = 2;
  for (std::size_t width : widths) before += width + 2;
  std::size_t room = std::max(kLeastWidth, kLineWidth - std::min(before, kLineWidth));
  std::string text;
  for (const std::vector<std::string>& row : rows) {
    std::string line = "  ";
    for (std::size_t i = 0; i + 1 < row.size(); ++i)
      line += row[i] + std::string(widths[i] - width_of(row[i]) + 2, ' ');
    for (const std::string& part : broken_up(row.back(), room)) {
      text += line + part + "\n";
      line = std::string(before, ' ');
    }
  }
  return text;
}

}  // namespace mayday
