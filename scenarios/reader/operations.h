#pragma once

#include <string>
#include <string_view>

#include "mayday/base/member.h"
#include "nearest.h"

namespace mayday::reader {

/// Who acts in an operation, as far as faults are shared out by person.
enum class Actor { anybody, approver };

/// An operation of a vendor's contract.
struct Operation {
  std::string_view name;
  bool write = false;  ///< Changes something at the vendor.
  Actor actor = Actor::anybody;
  std::string_view function = {};  ///< What a traveller needs it for; empty: no journey calls it.
};

/// The operation ids of a vendor's contract; empty for a member that is no vendor.
Names operation_names(Member vendor);

/// The messages that a vendor sends of its own accord; the operations of the stage `webhook`.
Names message_names(Member vendor);

/// An operation by its id; nullptr when the vendor has none of that name.
const Operation* find_operation(Member vendor, std::string_view name);

}  // namespace mayday::reader
