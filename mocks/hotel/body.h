#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "mayday/base/json.h"
#include "mayday/faults/complaint.h"
#include "problems.h"

namespace mayday::hotel {

using Complaint = mayday::Complaint<Problem>;

// Readers of members. Each gives a usable value for a member that is refused, so that a whole body
// can be read straight through; `pointer` names the member in the complaint. A null counts as
// absent.

/// The `data` object of a body that must be a JSON object.
json::object read_data(std::string_view body, Complaint& complaint);

const json::value* member(const json::object& from, std::string_view name);
const json::object& object_in(const json::object& from, std::string_view name,
                              std::string_view pointer, Complaint& complaint);
/// A list of 1 to `most`.
const json::array& list_in(const json::object& from, std::string_view name,
                           std::string_view pointer, std::size_t most, Complaint& complaint);
const json::object& object_of(const json::value& from, std::string_view pointer,
                              Complaint& complaint);
/// A text of `least` to `most` characters; with `least` 0 it may be absent.
std::string text_in(const json::object& from, std::string_view name, std::string_view pointer,
                    std::size_t least, std::size_t most, Complaint& complaint);
/// A whole number from `least` to `most`.
std::int64_t number_in(const json::object& from, std::string_view name, std::string_view pointer,
                       std::int64_t least, std::int64_t most, Complaint& complaint);

}  // namespace mayday::hotel
