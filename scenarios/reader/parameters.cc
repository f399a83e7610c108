#include "parameters.h"

#include "fields.h"
#include "scalars.h"

namespace mayday::reader {
namespace {

constexpr std::string_view kOpen = "${";

}  // namespace

void Parameters::add(const Node& node) {
  expect_map(node, "the list of parameters");
  for (const Entry& entry : node.entries) {
    Value value{entry.key, entry.value, entry.value};
    value.at.kind = Node::Kind::scalar;
    value.at.place = entry.place;
    value.at.text = entry.key;
    read_name(value.at, "a parameter's name");
    const std::string& text = read_scalar(entry.value, "the value of a parameter");
    if (text.find(kOpen) != std::string::npos)
      entry.value.fail("the value of a parameter has no parameters of its own");
    if (find(entry.key) == nullptr) values_.push_back(std::move(value));
  }
}

void Parameters::fill(Node& node) {
  if (node.kind == Node::Kind::scalar) fill_scalar(node);
  for (Node& item : node.items) fill(item);
  for (Entry& entry : node.entries) fill(entry.value);
}

void Parameters::fill_scalar(Node& node) {
  std::string filled;
  std::size_t from = 0;
  for (std::size_t at = node.text.find(kOpen); at != std::string::npos;
       at = node.text.find(kOpen, from)) {
    std::size_t end = node.text.find('}', at);
    if (end == std::string::npos) node.fail("the '${' in " + quote(node.text) + " is never closed");
    Value& value = need(node, node.text.substr(at + kOpen.size(), end - at - kOpen.size()));
    value.used = true;
    bool whole = at == 0 && end + 1 == node.text.size();
    if (whole) node.quoted = value.node.quoted;
    filled += node.text.substr(from, at - from) + value.node.text;
    from = end + 1;
    count(node, value.node.text.size());
  }
  node.text = filled + node.text.substr(from);
}

void Parameters::count(const Node& scalar, std::size_t bytes) {
  if (outer_ != nullptr) return outer_->count(scalar, bytes);
  filled_ += bytes;
  if (filled_ > Source::kMaxBytes)
    scalar.fail("the parameters make more than " + std::to_string(Source::kMaxBytes) +
                " bytes of text");
}

Parameters::Value* Parameters::find(const std::string& name) {
  for (Value& value : values_)
    if (value.name == name) return &value;
  return outer_ == nullptr ? nullptr : outer_->find(name);
}

Parameters::Value& Parameters::need(const Node& scalar, const std::string& name) {
  if (Value* value = find(name)) return *value;
  scalar.fail("unknown parameter " + quote(name) + suggestion(name, known()));
}

Names Parameters::known() const {
  Names names = outer_ == nullptr ? Names{} : outer_->known();
  for (const Value& value : values_) names.push_back(value.name);
  return names;
}

void Parameters::check_all_used() const {
  Names used;
  for (const Value& value : values_)
    if (value.used) used.push_back(value.name);
  for (const Value& value : values_)
    if (!value.used)
      value.at.fail("nothing uses the parameter " + quote(value.name) +
                    suggestion(value.name, used));
}

}  // namespace mayday::reader
