#pragma once

#include <string>
#include <string_view>

#include "mayday/base/json_text.h"
#include "mayday/world/http.h"

/// The forms in which Hesi answers: contract `x-error-bodies`.
namespace mayday::hesi {

inline constexpr std::string_view kUnauthorised = "未授权";
inline constexpr std::string_view kForbidden = "您没有权限执行此操作";
/// The real text speaks of process nodes, too.
inline constexpr std::string_view kLoanNotFound = "流程节点不存在";
inline constexpr std::string_view kFlowNotFound = "单据不存在";
inline constexpr std::string_view kFlowDeleted = "单据已删除";

/// 200 with what was written.
Response ok(JsonText&& body);
/// Shape A: almost every failure. The code in the body only repeats the status.
Response error(int status, std::string_view message);
/// Shape C: what the gateway in front says.
Response plain(int status, std::string_view text);
/// Shape D: the servlet container's 404 and 405.
Response servlet(int status, std::string_view path);
/// Shape E: how V3 refuses, with HTTP 200.
Response v3_refusal(std::string_view code, std::string_view message);

}  // namespace mayday::hesi
