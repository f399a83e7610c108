#include "vocabulary_file.h"

#include <algorithm>
#include <map>

#include "names.h"
#include "scalars.h"

namespace mayday::reader {
namespace {

Term read_term(const Entry& entry, std::string_view what, bool edges) {
  Names known = {"title", "synonyms"};
  if (edges) known.insert(known.end(), {"parent", "downstream"});
  Fields fields(entry.value, what, known);
  Node id = entry.value;
  id.kind = Node::Kind::scalar;
  id.place = entry.place;
  id.text = entry.key;
  Term term;
  term.id = read_name(id, "an id");
  term.title = read_text(fields.need("title"), "the title");
  if (const Node* parent = fields.find("parent")) term.parent = read_scalar(*parent, "the parent");
  if (const Node* downstream = fields.find("downstream"))
    term.downstream = read_words(*downstream, "the downstream components");
  if (const Node* synonyms = fields.find("synonyms"))
    term.synonyms = read_words(*synonyms, "the synonyms");
  return term;
}

std::vector<Term> read_terms(const Node& node, std::string_view what, bool edges) {
  expect_map(node, what);
  std::vector<Term> terms;
  for (const Entry& entry : node.entries) terms.push_back(read_term(entry, what, edges));
  return terms;
}

void check_synonyms(const Node& node, const std::vector<Term>& terms) {
  std::map<std::string, std::string> owners;
  for (const Term& term : terms) owners[term.id] = term.id;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    for (const std::string& synonym : terms[i].synonyms) {
      auto [owner, added] = owners.emplace(synonym, terms[i].id);
      if (added) continue;
      node.source->fail(node.entries[i].place, "the synonym " + quote(synonym) + " of " +
                                                   quote(terms[i].id) + " already stands for " +
                                                   quote(owner->second));
    }
  }
}

const Term* find_term(const std::vector<Term>& terms, const std::string& id) {
  for (const Term& term : terms)
    if (term.id == id) return &term;
  return nullptr;
}

void check_edges(const Node& node, const std::vector<Term>& components) {
  for (const Entry& entry : node.entries) {
    for (const Entry& field : entry.value.entries) {
      if (field.key != "parent" && field.key != "downstream") continue;
      for (const Node* target : one_or_many(field.value))
        read_choice(*target, "component", ids(components));
    }
  }
  for (std::size_t i = 0; i < components.size(); ++i) {
    const Term* ancestor = &components[i];
    for (std::size_t steps = 0; !ancestor->parent.empty(); ++steps) {
      if (steps > components.size())
        node.source->fail(node.entries[i].place, "the component " + quote(components[i].id) +
                                                     " has itself as an ancestor");
      ancestor = find_term(components, ancestor->parent);
    }
  }
}

}  // namespace

Vocabulary read_vocabulary(const std::string& path) {
  Document document(path);
  Fields fields(document.root(), "a vocabulary", {"components", "kinds", "parties", "roles"});
  Vocabulary vocabulary;
  const Node& components = fields.need("components");
  vocabulary.components = read_terms(components, "a component", true);
  vocabulary.kinds = read_terms(fields.need("kinds"), "a fault kind", false);
  vocabulary.parties = read_terms(fields.need("parties"), "a party", false);
  if (const Node* roles = fields.find("roles")) {
    vocabulary.roles = read_terms(*roles, "a role", false);
    check_synonyms(*roles, vocabulary.roles);
  }
  check_edges(components, vocabulary.components);
  check_synonyms(components, vocabulary.components);
  check_synonyms(fields.need("kinds"), vocabulary.kinds);
  check_synonyms(fields.need("parties"), vocabulary.parties);
  return vocabulary;
}

const std::string& read_component(const Node& node, const Vocabulary& vocabulary) {
  return read_choice(node, "component", ids(vocabulary.components));
}

const std::string& read_kind(const Node& node, const Vocabulary& vocabulary) {
  return read_choice(node, "fault kind", ids(vocabulary.kinds));
}

const std::string& read_party(const Node& node, const Vocabulary& vocabulary) {
  return read_choice(node, "party", ids(vocabulary.parties));
}

}  // namespace mayday::reader
