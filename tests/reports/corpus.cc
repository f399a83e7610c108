#include "corpus.h"

#include <fstream>

namespace mayday {
namespace {

/// What stands behind the backslash at `at`, which moves to its last character.
char escaped(const std::string& line, std::size_t& at) {
  switch (line.at(++at)) {
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'x':
      at += 2;
      return static_cast<char>(std::stoi(line.substr(at - 1, 2), nullptr, 16));
    default:
      return line[at];
  }
}

std::string resolved(const std::string& line) {
  if (line.starts_with("\\k")) {
    std::string many;
    for (int i = 0; i < 9000; ++i) many += line.substr(2);
    return many;
  }
  std::string out;
  for (std::size_t at = 0; at < line.size(); ++at)
    out += line[at] == '\\' ? escaped(line, at) : line[at];
  return out;
}

std::vector<std::string> read() {
  std::ifstream file(MAYDAY_SOURCE_DIR "/tests/reports/hostile.txt");
  std::vector<std::string> texts;
  for (std::string line; std::getline(file, line);) texts.push_back(resolved(line));
  return texts;
}

}  // namespace

const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> texts = read();
  return texts;
}

}  // namespace mayday
