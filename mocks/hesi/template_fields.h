#pragma once

#include "mayday/base/json_text.h"
#include "templates.h"

namespace mayday::hesi {

/// The fields of a document template: a list of objects with one member each, as the next value.
void write_form_fields(JsonText& out, std::string_view form_type);
/// The fields of a line of details, of the same shape.
void write_detail_fields(JsonText& out, bool expense);
/// Who may use a template (可见范围).
void write_visibility(JsonText& out, std::string_view only_staff);

}  // namespace mayday::hesi
