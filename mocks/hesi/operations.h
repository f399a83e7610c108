#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mayday/faults/vendor.h"
#include "tenant.h"

namespace mayday::hesi {

/// An operation of the contract: a row of the list at the end of its topic's file.
struct Operation {
  std::string_view method;
  std::string_view path;
  std::string_view id;  ///< Of the contract.
  /// What is still to be written checks its preconditions again; what was due in between has then
  /// been done.
  Handled (*answer)(Tenant& tenant, const Exchange& x, Instant now);
  /// Staff id whom the call is about, or "".
  std::string (*person)(const Tenant& tenant, const Exchange& x) = nullptr;
  bool write = false;
  bool open = false;  ///< Needs no token.
};
inline constexpr bool kWrite = true;
inline constexpr bool kOpen = true;

using OperationList = std::span<const Operation>;
OperationList token_operations();
OperationList organisation_operations();
OperationList template_operations();
OperationList create_operations();
OperationList update_operations();
OperationList submit_operations();
OperationList action_operations();
OperationList plan_operations();
OperationList document_operations();
OperationList list_operations();
OperationList approval_operations();
OperationList comment_operations();
OperationList callback_operations();
OperationList payment_operations();
OperationList voucher_operations();
OperationList payee_operations();
OperationList requisition_operations();
OperationList loan_operations();
OperationList travel_operations();
OperationList object_operations();
OperationList invoice_operations();
OperationList budget_operations();
OperationList attachment_operations();
OperationList outbound_operations();

/// All of them; a row's place is its route.
const std::vector<Operation>& all_operations();

/// The 404 for a call that lacks one of these query parameters, or nothing.
std::optional<Response> missing(const Exchange& x, std::initializer_list<std::string_view> names);

// Whom a call is about.
std::string owner_of_flow(const Tenant& tenant, const Exchange& x);    ///< By query `flowId`.
std::string owner_in_path(const Tenant& tenant, const Exchange& x);    ///< By path `flowId`.
std::string owner_in_body(const Tenant& tenant, const Exchange& x);    ///< By body `flowId`.
std::string staff_in_query(const Tenant& tenant, const Exchange& x);   ///< Query `staffId`.
std::string submitter_named(const Tenant& tenant, const Exchange& x);  ///< Body `form`.

}  // namespace mayday::hesi
