#include "mayday/base/vocabulary.h"

#include <algorithm>

namespace mayday {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same(const std::string& a, const std::string& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

bool means(const Term& term, const std::string& text) {
  auto equals = [&](const std::string& word) { return same(word, text); };
  return equals(term.id) || equals(term.title.zh) || equals(term.title.en) ||
         std::any_of(term.synonyms.begin(), term.synonyms.end(), equals);
}

const Term* meant(const std::vector<Term>& terms, const std::string& text) {
  for (const Term& term : terms)
    if (!text.empty() && means(term, text)) return &term;
  return nullptr;
}

}  // namespace

std::string term_id(const std::vector<Term>& terms, const std::string& text) {
  const Term* term = meant(terms, text);
  return term == nullptr ? text : term->id;
}

bool has_term(const std::vector<Term>& terms, const std::string& text) {
  return meant(terms, text) != nullptr;
}

}  // namespace mayday
