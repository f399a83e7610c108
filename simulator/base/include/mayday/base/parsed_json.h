#pragma once

#include <memory>
#include <string_view>

#include "mayday/base/json.h"

namespace mayday {

/// A text read as JSON, to be looked into and thrown away. Its values lie in memory of their own,
/// which is taken and given back in one piece; copy what shall outlive it.
class ParsedJson {
 public:
  /// No JSON.
  ParsedJson();
  explicit ParsedJson(std::string_view text);
  ParsedJson(ParsedJson&&) noexcept;
  ParsedJson& operator=(ParsedJson&&) noexcept;
  ~ParsedJson();

  /// Whether the text was JSON.
  bool good() const { return held_ != nullptr; }
  /// What it says; null when it was no JSON.
  const json::value& value() const;

 private:
  class Held;
  std::unique_ptr<const Held> held_;
};

}  // namespace mayday
