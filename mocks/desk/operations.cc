#include "operations.h"

#include <array>

namespace mayday {
namespace {

// approveFlows is not idempotent, but agreeing twice changes nothing, so the desk repeats it.
// createOrder and createHotelOrder book again when repeated, so it never does.
constexpr std::array<OperationFacts, kOperations> kFacts = {{
    {Member::hesi, "getAccessToken", true, "value"},
    {Member::hesi, "getAccessTokenV3", true, "data"},
    {Member::hesi, "findStaffs", true, "items"},
    {Member::hesi, "createFlow", true, "flow"},
    {Member::hesi, "getFlowByOuterCode", true, "value"},
    {Member::hesi, "listFlows", true, "items"},
    {Member::hesi, "listApproverBacklog", true, "items"},
    {Member::hesi, "approveFlows", true, "value"},
    {Member::hesi, "getApprovalResult", true, "value"},
    {Member::hesi, "listOutboundLogs", true, "items"},
    {Member::hesi, "queryBudgetNode", true, "value"},
    {Member::airline, "createOfferRequest", true, "data"},
    {Member::airline, "getOffer", true, "data"},
    {Member::airline, "createOrder", false, "data"},
    {Member::airline, "listOrders", true, "data"},
    {Member::airline, "createOrderCancellation", false, "data"},
    {Member::airline, "confirmOrderCancellation", false, "data"},
    {Member::hotel, "createToken", true, "access_token"},
    {Member::hotel, "listHotelsByCity", true, "data"},
    {Member::hotel, "searchHotelOffers", true, "data"},
    {Member::hotel, "getHotelOffer", true, "data"},
    {Member::hotel, "createHotelOrder", false, "data"},
    {Member::hotel, "getHotelOrder", true, "data"},
    {Member::payment, "createPayment", true, "id"},
    {Member::payment, "capturePayment", true, "id"},
    {Member::payment, "listPayments", true, "data"},
}};

}  // namespace

const OperationFacts& facts(Operation operation) {
  return kFacts[static_cast<std::size_t>(operation)];
}

}  // namespace mayday
