#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "source.h"

namespace mayday::reader {

struct Entry;

/// A part of a file as it was written: words and marks, no types yet. Lives as long as its
/// Document.
struct Node {
  enum class Kind { nothing, scalar, list, map };

  const Source* source = nullptr;
  Place place;
  Kind kind = Kind::nothing;
  std::string text;            ///< Of a scalar.
  bool quoted = false;         ///< The scalar stood in quotes, or in a block of text.
  std::vector<Node> items;     ///< Of a list.
  std::vector<Entry> entries;  ///< Of a map, in the file's order.

  [[noreturn]] void fail(std::string_view message) const { source->fail(place, message); }
};

struct Entry {
  std::string key;
  Place place;
  Node value;
};

/// One YAML file taken apart. The text is hostile until proven otherwise: anchors, aliases, tags, a
/// second document, keys that are not words or come twice, more than kMaxDepth levels and more than
/// kMaxNodes parts are refused.
class Document {
 public:
  static constexpr std::size_t kMaxDepth = 16;
  static constexpr std::size_t kMaxNodes = 20'000;

  /// Throws InputError, always with a place.
  explicit Document(const std::string& path) : Document(Source::open(path)) {}
  explicit Document(std::unique_ptr<Source> source);

  const Node& root() const { return root_; }

 private:
  std::unique_ptr<Source> source_;
  Node root_;
};

}  // namespace mayday::reader
