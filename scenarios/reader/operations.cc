#include "operations.h"

#include <span>

#include "mayday/base/check.h"

namespace mayday::reader {
namespace {

constexpr bool kWrite = true;
constexpr bool kRead = false;
constexpr bool kInParts = true;
constexpr auto kAnybody = Actor::anybody;
constexpr auto kApprover = Actor::approver;

// The Hesi open platform's contract: 45 operations. Renewing a token is a write: it ends the old
// one.
constexpr Operation kHesi[] = {
    {"getLocation"},
    {"getAccessToken", kRead, kAnybody, "login"},
    {"refreshToken", kWrite, kAnybody, "login"},
    {"refreshTokenWithDays", kWrite},
    {"getAccessTokenV3", kRead, kAnybody, "login"},
    {"getCorporation"},
    {"listStaffs", kRead, kAnybody, "login"},
    {"findStaffs", kRead, kAnybody, "login"},
    {"listDepartments", kRead, kAnybody, "login"},
    {"listSpecifications", kRead, kAnybody, "approval"},
    {"getSpecifications", kRead, kAnybody, "approval"},
    {"getFeeTypeTemplates", kRead, kAnybody, "approval"},
    {"createFlow", kWrite, kAnybody, "approval", kInParts},
    {"updateFlow", kWrite},
    {"getFlowPlan"},
    {"submitFlow", kWrite, kAnybody, "approval"},
    {"flowAction", kWrite},
    {"getFlowById", kRead, kAnybody, "approval"},
    {"getFlowByCode"},
    {"getFlowByOuterCode", kRead, kAnybody, "approval"},
    {"listFlows", kRead, kAnybody, "approval"},
    {"getApproveStates", kRead, kAnybody, "approval"},
    {"listFlowBacklogs"},
    {"listApproverBacklog", kRead, kApprover, "approval"},
    {"approveFlows", kWrite, kApprover, "approval"},
    {"getApprovalResult", kRead, kApprover, "approval"},
    {"commentFlow", kWrite},
    {"outboundApproval", kWrite},
    {"pushPaymentResults", kWrite},
    {"listPayees"},
    {"writeVoucher", kWrite},
    {"listRequisitions"},
    {"getRequisition"},
    {"getLoanByFlow"},
    {"pushTravelOrders", kWrite},
    {"searchTravelObjects"},
    {"getTravelObjectsByCode"},
    {"listDataLinks"},
    {"upsertDataLinks", kWrite},
    {"findInvoicesOfFlows"},
    {"searchInvoices"},
    {"listBudgets", kRead, kAnybody, "approval"},
    {"queryBudgetNode", kRead, kAnybody, "approval"},
    {"uploadAttachment", kWrite},
    {"listOutboundLogs"},
};

// The airline's contract (Duffel v2): 22 operations. Searching makes offers, but changes nothing.
constexpr Operation kAirline[] = {
    {"createOfferRequest", kRead, kAnybody, "booking"},
    {"getOfferRequest", kRead, kAnybody, "booking"},
    {"listOffers", kRead, kAnybody, "booking"},
    {"getOffer", kRead, kAnybody, "booking"},
    {"priceOffer", kRead, kAnybody, "booking"},
    {"listOrders", kRead, kAnybody, "booking"},
    {"createOrder", kWrite, kAnybody, "booking"},
    {"getOrder", kRead, kAnybody, "booking"},
    {"updateOrder", kWrite},
    {"createPayment", kWrite, kAnybody, "payment"},
    {"listOrderCancellations"},
    {"createOrderCancellation", kWrite, kAnybody, "booking"},
    {"getOrderCancellation"},
    {"confirmOrderCancellation", kWrite, kAnybody, "booking"},
    {"listAirlineInitiatedChanges"},
    {"acceptAirlineInitiatedChange", kWrite},
    {"listWebhooks"},
    {"createWebhook", kWrite},
    {"deleteWebhook", kWrite},
    {"pingWebhook", kWrite},
    {"listWebhookDeliveries"},
    {"redeliverWebhookEvent", kWrite},
};

// The hotel's contract (Amadeus): 15 operations.
constexpr Operation kHotel[] = {
    {"createToken", kRead, kAnybody, "booking"},
    {"getTokenInfo"},
    {"listHotelsByCity", kRead, kAnybody, "booking"},
    {"listHotelsByGeocode"},
    {"listHotelsById", kRead, kAnybody, "booking"},
    {"autocompleteHotelName"},
    {"searchHotelOffers", kRead, kAnybody, "booking"},
    {"getHotelOffer", kRead, kAnybody, "booking"},
    {"createHotelOrder", kWrite, kAnybody, "booking"},
    {"getHotelOrderByReference"},
    {"getHotelOrder", kRead, kAnybody, "booking"},
    {"cancelHotelBooking", kWrite, kAnybody, "booking"},
    {"modifyHotelBooking", kWrite},
    {"deleteHotelBooking", kWrite, kAnybody, "booking"},
    {"createHotelBookingV1", kWrite},
};

// Our own small payment gateway.
constexpr Operation kPayment[] = {
    {"createPayment", kWrite, kAnybody, "payment", kInParts},
    {"capturePayment", kWrite, kAnybody, "payment", kInParts},
    {"getPayment", kRead, kAnybody, "payment"},
    {"refundPayment", kWrite, kAnybody, "payment", kInParts},
    {"listPayments", kRead, kAnybody, "payment"},
    {"listCallbacks"},
};

// The desk: what it serves, and two points inside it. Its receiver takes the vendors' messages, and
// its pages are opened by people.
constexpr Operation kDesk[] = {
    {"logIn", kRead, kAnybody, "login"},
    {"handInClaim", kWrite, kAnybody, "approval"},
    {"showClaim", kRead, kAnybody, "approval"},
    {"approve", kWrite, kApprover, "approval"},
    {"searchFlights", kRead, kAnybody, "booking"},
    {"searchHotels", kRead, kAnybody, "booking"},
    {"bookTrip", kWrite, kAnybody, "booking"},
    {"payTrip", kWrite, kAnybody, "payment"},
    {"showTrip"},
    {"receiveMessage", kWrite},
    {"openPage", kRead, kAnybody, "login"},
    {"showBudget", kRead, kAnybody, "approval"},
    {"orderDatabase", kWrite, kAnybody, "", kInParts},
    {kEgress},
};

std::span<const Operation> operations(Member vendor) {
  switch (vendor) {
    case Member::hesi:
      return kHesi;
    case Member::airline:
      return kAirline;
    case Member::hotel:
      return kHotel;
    case Member::payment:
      return kPayment;
    case Member::desk:
      return kDesk;
    case Member::control:
    case Member::team:
      return {};
  }
  broken("a member without a name");
}

}  // namespace

Names operation_names(Member vendor) {
  Names names;
  for (const Operation& operation : operations(vendor)) names.push_back(operation.name);
  return names;
}

Names message_names(Member vendor) {
  if (vendor == Member::hesi)
    return {"outboundApprovalEvent", "outboundEbotEvent", "outboundDataLinkEvent",
            "outboundRepaymentEvent"};
  if (vendor == Member::airline) return {"deliverEvent"};
  if (vendor == Member::payment) return {"paymentEvent"};
  return {};
}

Names point_effects(Member vendor, std::string_view name) {
  if (vendor != Member::desk) return {};
  if (name == "orderDatabase") return {"no-write", "status", "delay", "hang", "close"};
  if (name == kEgress)
    return {"refuse", "certificate", "handshake", "delay", "hang", "close", "reset"};
  return {};
}

Names writes_in_parts(Member vendor) {
  Names names;
  for (const Operation& operation : operations(vendor))
    if (operation.in_parts) names.push_back(operation.name);
  return names;
}

const Operation* find_operation(Member vendor, std::string_view name) {
  for (const Operation& operation : operations(vendor))
    if (operation.name == name) return &operation;
  return nullptr;
}

}  // namespace mayday::reader
