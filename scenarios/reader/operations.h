#pragma once

#include <string>
#include <string_view>

#include "mayday/base/member.h"
#include "nearest.h"

namespace mayday::reader {

/// Who acts in an operation, as far as faults are shared out by person.
enum class Actor { anybody, approver };

/// Where the desk's calls to vendors leave it: a point inside, not an operation that it serves.
inline constexpr std::string_view kEgress = "egress";

/// An operation of a vendor's contract, or of the desk.
struct Operation {
  std::string_view name;
  bool write = false;  ///< Changes something at the vendor.
  Actor actor = Actor::anybody;
  std::string_view function = {};  ///< What a traveller needs it for; empty: no journey calls it,
                                   ///< or, at the desk, nobody can tell.
  bool in_parts = false;           ///< A write that can be left undone, or half done, and answered
                                   ///< as if it were not. Any other is done whole or refused.
};

/// The operation ids of a vendor's contract, or the desk's; empty for another member.
Names operation_names(Member vendor);

/// The messages that a vendor sends of its own accord; the operations of the stage `webhook`.
Names message_names(Member vendor);

/// The effects that a point inside the desk takes; empty for an operation that somebody serves.
Names point_effects(Member vendor, std::string_view name);

/// The writes of a member that can be left undone, or half done.
Names writes_in_parts(Member vendor);

/// An operation by its id; nullptr when the vendor has none of that name.
const Operation* find_operation(Member vendor, std::string_view name);

}  // namespace mayday::reader
