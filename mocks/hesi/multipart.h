#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mayday::hesi {

/// One field of a form (RFC 7578).
struct FormPart {
  std::string name;
  std::string_view content;  ///< Of the body that was read.
};

/// Takes a multipart/form-data body apart; nothing when it is none, or has more than 16 fields.
std::optional<std::vector<FormPart>> read_form_data(std::string_view content_type,
                                                    std::string_view body);

}  // namespace mayday::hesi
