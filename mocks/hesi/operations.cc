#include "corporation.h"

namespace mayday::hesi {

// An operation is a row here and a member function. Fields: see Corporation::Operation.
std::span<const Corporation::Operation> Corporation::rows() {
  using C = Corporation;
  static constexpr bool kOpen = true;
  static constexpr bool kToken = false;
  static constexpr bool kWrite = true;
  static constexpr Operation kOperations[] = {
      {"GET", "/api/openapi/v2/location", "getLocation", &C::get_location, nullptr, kOpen},
      {"POST", "/api/openapi/v1/auth/getAccessToken", "getAccessToken", &C::get_access_token,
       nullptr, kOpen},
      {"POST", "/api/openapi/v2/auth/refreshToken", "refreshToken", &C::refresh_token, nullptr,
       kOpen},
      {"POST", "/api/openapi/v2/auth/refreshToken/expireDate", "refreshTokenWithDays",
       &C::refresh_token_with_days, nullptr, kOpen},
      {"POST", "/auth/openApi/v3/getAccessToken", "getAccessTokenV3", &C::get_access_token_v3,
       nullptr, kOpen},
      {"GET", "/api/openapi/v1/corporations", "getCorporation", &C::get_corporation},
      {"GET", "/api/openapi/v1.1/staffs", "listStaffs", &C::list_staffs},
      {"POST", "/api/openapi/v1/staffs/getStaffIds", "findStaffs", &C::find_staffs,
       &C::person_looked_up},
      {"GET", "/api/openapi/v1/departments", "listDepartments", &C::list_departments},
      {"POST", "/api/openapi/v2.2/flow/data", "createFlow", &C::create_flow, &C::submitter_named,
       kToken, kWrite},
      {"POST", "/api/openapi/v2/flow/data/submitFlow", "submitFlow", &C::submit_flow,
       &C::owner_of_flow, kToken, kWrite},
      {"GET", "/api/openapi/v1.1/flowDetails", "getFlowById", &C::get_flow_by_id,
       &C::owner_of_flow},
      {"GET", "/api/openapi/v1.1/flowDetails/byCode", "getFlowByCode", &C::get_flow_by_code,
       &C::owner_of_code},
      {"GET", "/api/openapi/v1.1/flowDetails/outerCode", "getFlowByOuterCode",
       &C::get_flow_by_outer_code, &C::owner_of_outer_code},
      {"GET", "/api/openapi/v1.1/docs/getApplyList", "listFlows", &C::list_flows,
       &C::person_listed},
      {"GET", "/api/openapi/v2/approveStates/[{ids}]", "getApproveStates", &C::get_approve_states},
      {"GET", "/api/openapi/v1.1/flowDetails/allLogs", "listFlowBacklogs", &C::list_flow_backlogs,
       &C::owner_of_flow},
      {"GET", "/api/openapi/v1.1/docs/byFlowId/${approverId}", "listApproverBacklog",
       &C::list_approver_backlog, &C::person_in_path},
      {"POST", "/api/openapi/v1/backlog/data/[{flowIds}]", "approveFlows", &C::approve_flows,
       &C::approver_in_body, kToken, kWrite},
      {"GET", "/api/openapi/v1/backlog/data/result", "getApprovalResult", &C::get_approval_result,
       &C::approver_in_query},
  };
  return kOperations;
}

}  // namespace mayday::hesi
