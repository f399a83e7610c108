#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "body.h"
#include "directory.h"
#include "object_shelf.h"

namespace mayday::hesi {

/// What one row of upsertDataLinks asks for, as far as it is right.
class ObjectRow {
 public:
  /// The row, or what is wrong with it.
  static std::variant<ObjectRow, std::string> read(const json::value& row, const Entity& entity,
                                                   const Directory& people);

  const std::string& code() const { return code_; }
  /// `cover` clears what the row does not mention. What it does not say of `disabled` disables the
  /// object either way: the real product's documented trap.
  void apply(DataObject& object, bool cover) const;

 private:
  std::string code_;
  bool named_ = false;
  std::string name_;
  std::map<std::string, std::string> fields_;  ///< Label -> JSON; "null" clears.
  bool disabled_ = true;
  std::optional<std::string> owner_;
  std::optional<std::string> visible_;
  std::optional<std::int64_t> uses_max_;
};

}  // namespace mayday::hesi
