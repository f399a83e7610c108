#include "json_place.h"

#include <algorithm>

namespace mayday {
namespace {

/// Steps over sound JSON.
class Walker {
 public:
  explicit Walker(std::string_view text) : text_(text) {}

  std::size_t at() {
    while (at_ < text_.size() &&
           std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos)
      ++at_;
    return at_;
  }
  bool take(char c) {
    if (at() >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  /// The raw text between the quotes.
  std::string_view string() {
    std::size_t begin = at() + 1;
    for (at_ = begin; at_ < text_.size() && text_[at_] != '"'; ++at_)
      if (text_[at_] == '\\') ++at_;
    return text_.substr(begin, at_++ - begin);
  }
  void value() {
    at();
    if (at_ >= text_.size()) return;
    if (text_[at_] == '"') return static_cast<void>(string());
    if (text_[at_] == '{' || text_[at_] == '[') return nested();
    while (at_ < text_.size() &&
           std::string_view(",]} \t\r\n").find(text_[at_]) == std::string_view::npos)
      ++at_;
  }

 private:
  void nested() {
    int depth = 0;
    do {
      char c = text_[at()];
      if (c == '"') {
        string();
        continue;
      }
      if (c == '{' || c == '[') ++depth;
      if (c == '}' || c == ']') --depth;
      ++at_;
    } while (depth > 0 && at_ < text_.size());
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// Stands before the value of that member or item afterwards; its name is at the offset returned.
std::size_t enter(Walker& walker, const std::string& step) {
  bool list = walker.take('[');
  if (!list) walker.take('{');
  for (std::size_t n = 0;; ++n) {
    std::size_t begin = walker.at();
    bool found = list ? std::to_string(n) == step : walker.string() == step;
    if (!list) walker.take(':');
    if (found) return begin;
    walker.value();
    if (!walker.take(',')) return begin;
  }
}

}  // namespace

std::size_t place_of(std::string_view text, const JsonPath& path, bool name) {
  Walker walker(text);
  std::size_t begin = walker.at();
  for (const std::string& step : path) begin = enter(walker, step);
  return name ? begin : walker.at();
}

std::string complaint(std::string_view file, std::string_view text, std::size_t offset,
                      const std::string& message) {
  offset = std::min(offset, text.size());
  std::size_t newline = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
  std::size_t end = std::min(text.find('\n', begin), text.size());
  auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n');
  return std::string(file) + ":" + std::to_string(line) + ":" + std::to_string(offset - begin + 1) +
         ": " + message + "\n" + std::string(text.substr(begin, end - begin)) + "\n" +
         std::string(offset - begin, ' ') + "^";
}

}  // namespace mayday
