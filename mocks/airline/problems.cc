#include "problems.h"

#include <algorithm>
#include <array>

#include "mayday/base/check.h"

namespace mayday::airline {
namespace {

constexpr std::string_view kAuth = "authentication_error";
constexpr std::string_view kRequest = "invalid_request_error";
constexpr std::string_view kValidation = "validation_error";
constexpr std::string_view kState = "invalid_state_error";
constexpr std::string_view kAirline = "airline_error";

constexpr Problem kProblems[] = {
    {kAuth, "missing_authorization_header", 401, "Missing authorization",
     "Send an Authorization header."},
    {kAuth, "invalid_authorization_header", 401, "Invalid authorization",
     "Use the form: Bearer TOKEN."},
    {kAuth, "access_token_not_found", 401, "Access token not found",
     "No such access token exists."},
    {kAuth, "expired_access_token", 401, "Access token expired", "Make a new access token."},
    {kAuth, "insufficient_permissions", 403, "Not permitted", "This access token may only read."},
    {kAuth, "unavailable_feature", 403, "Feature unavailable",
     "Your account has no access to this feature."},
    {kRequest, "missing_version_header", 400, "Missing version",
     "Say which version you use in Duffel-Version."},
    {kRequest, "invalid_version_header", 400, "Invalid version", "There never was such a version."},
    {kRequest, "unsupported_version", 400, "Unsupported version", "This version has been retired."},
    {kRequest, "missing_content_type_header", 400, "Missing content type",
     "Say what the body is in Content-Type."},
    {kRequest, "invalid_content_type_header", 400, "Invalid content type",
     "Only application/json is read."},
    {kRequest, "missing_data_param", 400, "Missing data", "The body needs a data member."},
    {kRequest, "invalid_data_param", 400, "Invalid data", "The data member must be an object."},
    {kRequest, "malformed_data_param", 400, "Malformed data", "The body must be an object."},
    {kRequest, "bad_request", 400, "Bad request", "The request could not be understood."},
    {kRequest, "not_found", 404, "Not found", "There is nothing here."},
    {kRequest, "unsupported_format", 406, "Unsupported format",
     "Only application/json can be answered."},
    {kValidation, "validation_required", 422, "Required field", "A member is missing."},
    {kValidation, "validation_format", 422, "Invalid format", "A member has the wrong form."},
    {kValidation, "validation_inclusion", 422, "Not an allowed value",
     "A member has a value that is not allowed."},
    {kValidation, "validation_length", 422, "Wrong length", "A member is too short or too long."},
    {kValidation, "validation_type", 422, "Wrong type", "A member has the wrong type."},
    {kValidation, "validation_unique", 422, "Not unique", "A value stands there twice."},
    {kValidation, "invalid_phone_number", 422, "Invalid phone number",
     "Use the international form with a plus sign."},
    {kValidation, "invalid_email_address", 422, "Invalid email address",
     "This is no email address."},
    {kValidation, "duplicate_passenger_name", 422, "Duplicate passenger",
     "Two passengers have one name."},
    {kValidation, "offer_request_already_booked", 422, "Offer request already used",
     "An offer of this search has been booked. Make a new search."},
    {kValidation, "payment_amount_does_not_match_order_amount", 422, "Wrong amount",
     "Pay exactly what the order costs."},
    {kValidation, "payment_currency_does_not_match_order_currency", 422, "Wrong currency",
     "Pay in the currency of the order."},
    {kValidation, "payments_not_allowed_for_order_type", 422, "Payment not allowed",
     "A held order is paid later."},
    {kState, "invalid_order_create_type", 422, "Cannot be held",
     "This offer has to be paid at once."},
    {kState, "offer_expired", 422, "Offer expired", "Make a new search."},
    {kState, "order_creation_already_attempted", 422, "Already attempted",
     "An order from this search is still being made. Do not repeat it."},
    {kState, "order_not_cancellable", 422, "Cannot be cancelled",
     "The airline does not cancel this order any more."},
    {kState, "already_cancelled", 422, "Already cancelled", "The order has been cancelled."},
    {kState, "already_paid", 422, "Already paid", "The order has been paid."},
    {kState, "past_payment_required_by_date", 422, "Too late to pay",
     "The airline has released the seats."},
    {kState, "order_cancellation_expired", 422, "Cancellation expired",
     "Ask again what cancelling the order refunds."},
    {kState, "schedule_changed", 422, "Schedule changed",
     "The airline has changed the flights. Accept the change before paying."},
    {kState, "stale_airline_initiated_change_accept", 422, "Change is stale",
     "List the changes of the order and accept the newest."},
    {kState, "insufficient_balance", 422, "Insufficient balance",
     "Top up the balance of your account."},
    {kAirline, "price_changed", 422, "Price changed", "Fetch the offer again to learn its price."},
    {kAirline, "offer_no_longer_available", 422, "Offer gone",
     "The seats are sold. Make a new search."},
    {kAirline, "ancillary_service_not_available", 422, "Service gone",
     "This extra cannot be had any more."},
    {kAirline, "airline_internal", 502, "Airline internal error",
     "The system of the airline failed."},
    {"rate_limit_error", "rate_limit_exceeded", 429, "Rate limit exceeded",
     "Too many requests. Go on at the time in ratelimit-reset."},
    {"api_error", "internal_server_error", 500, "Internal server error",
     "Something failed on our side."},
    {"api_error", "service_unavailable", 503, "Service unavailable",
     "Nothing was done. Try again later."},
    {"api_error", "gateway_timeout_error", 504, "Gateway timeout",
     "The airline took too long to answer."},
};

}  // namespace

const Problem& problem(std::string_view code) {
  const auto* found = std::find_if(std::begin(kProblems), std::end(kProblems),
                                   [code](const Problem& row) { return row.code == code; });
  MAYDAY_ASSERT(found != std::end(kProblems));
  return *found;
}

const Problem& problem_of_status(int status) {
  switch (status) {
    case 400:
      return problem("bad_request");
    case 401:
      return problem("access_token_not_found");
    case 403:
      return problem("insufficient_permissions");
    case 404:
      return problem("not_found");
    case 406:
      return problem("unsupported_format");
    case 422:
      return problem("offer_no_longer_available");
    case 429:
      return problem("rate_limit_exceeded");
    case 502:
      return problem("airline_internal");
    case 503:
      return problem("service_unavailable");
    case 504:
      return problem("gateway_timeout_error");
    default:
      return problem(status < 500 ? "bad_request" : "internal_server_error");
  }
}

}  // namespace mayday::airline
