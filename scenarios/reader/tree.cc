#include "tree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <set>
#include <sstream>

#include "characters.h"

namespace mayday::reader {
namespace {

Place place_of(const YAML::Mark& mark) {
  if (mark.line < 0 || mark.column < 0) return {};
  return {static_cast<std::size_t>(mark.line), static_cast<std::size_t>(mark.column)};
}

/// Builds the tree from the parser's events and stops the parser at the first thing we refuse. Its
/// own node tree is never used: aliases make that one endless.
class Builder final : public YAML::EventHandler {
 public:
  explicit Builder(const Source& source) : source_(source) {}

  Node take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (begun_) source_.fail(place_of(mark), "a second document begins here; a file holds one");
    begun_ = true;
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Place at = place_of(mark);
    check_plain(at, "", anchor);
    std::string word = source_.word(at);
    bool written = word == "~" || word == "null" || word == "Null" || word == "NULL";
    if (expects_key()) {
      // To YAML the key `null` is no word; to people it is the name of a responder.
      if (!written || word == "~") source_.fail(at, "a key is missing here");
      take_key(at, word);
      return;
    }
    Node node = make(at, Node::Kind::nothing);
    // The mark of an empty value is wherever the next word stands; its key is where people look.
    if (!written && !frames_.empty() && frames_.back().has_key)
      node.place = frames_.back().key_place;
    add(std::move(node));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    source_.fail(place_of(mark), "aliases (*name) are not part of the language; write it out");
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    Place at = place_of(mark);
    check_plain(at, tag, anchor);
    if (auto bad = find_bad_character(value)) source_.fail(at, "this text holds " + bad->what);
    if (expects_key()) {
      take_key(at, value);
      return;
    }
    Node node = make(at, Node::Kind::scalar);
    node.text = value;
    node.quoted = tag == "!";
    add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(place_of(mark), tag, anchor, Node::Kind::list);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(place_of(mark), tag, anchor, Node::Kind::map);
  }
  void OnMapEnd() override { close(); }

  void OnAnchor(const YAML::Mark& mark, const std::string&) override {
    refuse_anchor(place_of(mark));
  }

 private:
  /// A list or map that is still open.
  struct Frame {
    Node node;
    std::set<std::string> keys;
    std::string key;
    Place key_place;
    bool has_key = false;
  };

  [[noreturn]] void refuse_anchor(Place at) const {
    source_.fail(at, "anchors (&name) are not part of the language");
  }

  void check_plain(Place at, const std::string& tag, YAML::anchor_t anchor) const {
    bool own_tag = !tag.empty() && tag != "?" && tag != "!";
    if (own_tag || source_.at(at) == '!')
      source_.fail(at, "tags (!name) are not part of the language");
    if (anchor != 0) refuse_anchor(at);
  }

  bool expects_key() const {
    return !frames_.empty() && frames_.back().node.kind == Node::Kind::map &&
           !frames_.back().has_key;
  }

  Node make(Place at, Node::Kind kind) {
    if (++nodes_ > Document::kMaxNodes)
      source_.fail(at, "the file has more than " + std::to_string(Document::kMaxNodes) + " parts");
    Node node;
    node.source = &source_;
    node.place = at;
    node.kind = kind;
    return node;
  }

  void take_key(Place at, const std::string& key) {
    Frame& frame = frames_.back();
    if (!frame.keys.insert(key).second)
      source_.fail(at, "the key '" + key + "' stands here a second time");
    frame.key = key;
    frame.key_place = at;
    frame.has_key = true;
  }

  void open(Place at, const std::string& tag, YAML::anchor_t anchor, Node::Kind kind) {
    check_plain(at, tag, anchor);
    if (expects_key()) source_.fail(at, "a key must be one word, not a list or a map");
    if (frames_.size() == Document::kMaxDepth)
      source_.fail(at, "nested more than " + std::to_string(Document::kMaxDepth) + " levels deep");
    Frame frame;
    frame.node = make(at, kind);
    frames_.push_back(std::move(frame));
  }

  void close() {
    Node done = std::move(frames_.back().node);
    frames_.pop_back();
    add(std::move(done));
  }

  void add(Node node) {
    if (frames_.empty()) {
      root_ = std::move(node);
      return;
    }
    Frame& frame = frames_.back();
    if (frame.node.kind == Node::Kind::list) {
      frame.node.items.push_back(std::move(node));
      return;
    }
    frame.node.entries.push_back({std::move(frame.key), frame.key_place, std::move(node)});
    frame.has_key = false;
  }

  const Source& source_;
  std::vector<Frame> frames_;
  Node root_;
  std::size_t nodes_ = 0;
  bool begun_ = false;
};

/// The parser keeps every token of an open bracket, a few hundred bytes each, before it tells of
/// the first. So they are counted before it is let loose: twice the nodes, as a text may hold some
/// too.
void check_brackets(const Source& source) {
  constexpr std::size_t kMost = 2 * Document::kMaxNodes;
  std::size_t found = 0;
  Place at;
  for (char c : source.text()) {
    bool counts = c == '[' || c == '{' || c == ',';
    if (counts && ++found > kMost)
      source.fail(at, "the file has more than " + std::to_string(kMost) + " brackets and commas");
    if (c == '\n')
      at = {at.line + 1, 0};
    else
      ++at.column;
  }
}

Node read_tree(const Source& source) {
  check_brackets(source);
  std::istringstream text(source.text());
  Builder builder(source);
  try {
    YAML::Parser parser(text);
    if (!parser.HandleNextDocument(builder)) source.fail({}, "the file holds nothing but comments");
    while (parser.HandleNextDocument(builder)) continue;  // a second document throws
  } catch (const YAML::Exception& error) {
    source.fail(place_of(error.mark), "this is not YAML: " + error.msg);
  }
  return builder.take();
}

}  // namespace

Document::Document(std::unique_ptr<Source> source)
    : source_(std::move(source)), root_(read_tree(*source_)) {}

}  // namespace mayday::reader
