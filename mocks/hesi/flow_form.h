#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "directory.h"
#include "flow.h"
#include "mayday/base/money.h"
#include "mayday/world/http.h"
#include "templates.h"

namespace mayday::hesi {

/// What a document's body says, checked against its template and ready to be kept.
struct FlowForm {
  const FlowTemplate* form = nullptr;
  const Staff* submitter = nullptr;
  std::string outer_code;
  std::string title;
  std::string payee;
  Money amount;
  std::vector<std::string> requisitions;  ///< Drawn on; not checked to exist.
  std::vector<WriteOff> write_offs;       ///< Not checked to exist.
  std::string kept;  ///< The form's members as JSON, without braces, code and submitDate.
  std::optional<Response> refusal;  ///< Set: nothing else counts.
};

/// A payee is only needed to submit, and is not asked for here. An empty required field is refused
/// with the status `empty_status`, which is another in an update.
FlowForm read_form(std::string_view body, const Directory& people, int empty_status = 400);

}  // namespace mayday::hesi
