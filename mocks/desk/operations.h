#pragma once

#include <cstdint>
#include <string_view>

#include "mayday/base/member.h"

namespace mayday {

/// Every operation that the desk calls at a vendor.
enum class Operation : std::uint8_t {
  get_access_token,
  get_access_token_v3,
  find_staffs,
  create_flow,
  get_flow_by_outer_code,
  list_flows,
  list_approver_backlog,
  approve_flows,
  get_approval_result,
  list_outbound_logs,
  query_budget_node,
  create_offer_request,
  get_offer,
  create_order,
  list_orders,
  create_order_cancellation,
  confirm_order_cancellation,
  create_token,
  list_hotels_by_city,
  search_hotel_offers,
  get_hotel_offer,
  create_hotel_order,
  get_hotel_order,
  create_payment,
  capture_payment,
  list_payments
};
inline constexpr std::size_t kOperations = 26;

struct OperationFacts {
  Member vendor;
  std::string_view name;   ///< As the vendor's documents call it.
  bool repeatable;         ///< Safe to send again when nobody knows what came of it.
  std::string_view gives;  ///< The member that every good answer has at its top.
};

const OperationFacts& facts(Operation operation);

}  // namespace mayday
