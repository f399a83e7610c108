#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "nearest.h"
#include "tree.h"

namespace mayday::reader {

/// The values that `${name}` stands for in a scenario and in the files that it extends.
class Parameters {
 public:
  /// `outer` are those of the scenario that combines this one, if any: they win. It outlives this.
  explicit Parameters(Parameters* outer = nullptr) : outer_(outer) {}

  /// Adds `parameters` of a file. A value that is there already, from a file that is built on this
  /// one, stays.
  void add(const Node& node);

  /// Puts the values into every scalar of a part. Throws at a `${name}` without a value.
  void fill(Node& node);

  /// Throws at the first value that no scalar asked for.
  void check_all_used() const;

 private:
  struct Value {
    std::string name;
    Node node;
    Node at;  ///< Where the name stands.
    bool used = false;
  };

  Value* find(const std::string& name);
  Value& need(const Node& scalar, const std::string& name);
  Names known() const;
  void count(const Node& scalar, std::size_t bytes);
  void fill_scalar(Node& node);

  Parameters* outer_;
  std::vector<Value> values_;
  std::size_t filled_ = 0;  ///< Bytes of text made so far; the outermost counts.
};

}  // namespace mayday::reader
