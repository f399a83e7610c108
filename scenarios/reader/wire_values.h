#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mayday/base/name_value.h"
#include "tree.h"

/// Parts of HTTP messages as scenarios write them.
namespace mayday::reader {

/// {x-api-version: "1"}: header fields and values, the names in small letters.
std::vector<NameValue> read_header_fields(const Node& node);

/// As `read_header_fields`, of an answer; the fields that frame a message are left to the member.
std::vector<NameValue> read_answer_fields(const Node& node);

/// "flow.lines.*.amount": names and numbers of a JSON body's parts, with points between them.
/// `place` is where it stands.
const std::string& check_body_path(const Node& place, const std::string& path);
const std::string& read_body_path(const Node& node);

}  // namespace mayday::reader
