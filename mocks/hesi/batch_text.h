#pragma once

#include <optional>
#include <string_view>

#include "batch.h"
#include "mayday/world/http.h"

namespace mayday::hesi {

inline constexpr std::string_view kNoApprover = "未设置指定人员";

/// Reads what the approver says into `batch`, or says what is wrong with it.
std::optional<Response> read_decision(std::string_view text, Batch& batch);

/// The counters of a batch: the receipt has no list of errors yet, the result has one.
Response counters(const Batch& batch, bool receipt);

}  // namespace mayday::hesi
