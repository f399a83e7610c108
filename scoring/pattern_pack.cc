#include "pattern_pack.h"

#include <boost/json/parse.hpp>

#include "mayday/base/json.h"
#include "pattern_files.h"

namespace mayday {
namespace {

Phrase in_pieces(std::string_view text) {
  Phrase pieces;
  while (!text.empty()) {
    std::size_t end = text.front() == '{' ? text.find('}') + 1 : text.find('{');
    std::string_view piece = text.substr(0, end);
    text.remove_prefix(piece.size());
    // Spaces next to a slot are any number of spaces.
    if (piece.front() != '{') {
      while (!pieces.empty() && piece.starts_with(' ')) piece.remove_prefix(1);
      while (!text.empty() && piece.ends_with(' ')) piece.remove_suffix(1);
    }
    if (!piece.empty()) pieces.emplace_back(piece);
  }
  return pieces;
}

std::vector<std::string> words_of(const json::value& list) {
  return json::value_to<std::vector<std::string>>(list);
}

std::vector<Phrase> phrases_of(const json::value& list) {
  std::vector<Phrase> phrases;
  for (const std::string& text : words_of(list)) phrases.push_back(in_pieces(text));
  return phrases;
}

PatternPack read_pack(std::string_view text) {
  json::value file = json::parse({text.data(), text.size()});
  PatternPack pack;
  pack.language = json::value_to<std::string>(file.at("language"));
  pack.utc_offset_minutes = file.at("utc_offset_minutes").as_int64();
  pack.whole_words = file.at("whole_words").as_bool();
  pack.negators = words_of(file.at("negators"));
  pack.clause_ends = words_of(file.at("clause_ends"));
  for (const auto& [name, list] : file.at("elements").as_object())
    pack.elements.emplace_back(name, phrases_of(list));
  pack.eta = phrases_of(file.at("eta"));
  pack.eta_unless = words_of(file.at("eta_unless"));
  pack.next = phrases_of(file.at("next"));
  pack.recovered = phrases_of(file.at("recovered"));
  pack.recovered_unless = words_of(file.at("recovered_unless"));
  return pack;
}

std::vector<PatternPack> read_all() {
  std::vector<PatternPack> packs;
  for (std::string_view file : kPatternFiles) packs.push_back(read_pack(file));
  return packs;
}

}  // namespace

const std::vector<PatternPack>& pattern_packs() {
  static const std::vector<PatternPack> packs = read_all();
  return packs;
}

}  // namespace mayday
