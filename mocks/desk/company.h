#pragma once

#include <string_view>

/// What the company has agreed with its vendors and set up there: accounts, templates, payees.
namespace mayday::company {

inline constexpr std::string_view kExpenseTemplate =
    "ID01drSpcTrip1:7b00ba48d31b64a5d394c04b30d35bf0fc5422a6";
inline constexpr std::string_view kHotelFee = "Kq7DrillCorp00:hotel";
inline constexpr std::string_view kHotelFeeTemplate =
    "Kq7DrillCorp00:hotel:expense:4952d33dad3cfd9929eb83e20d372a4128db832c";
inline constexpr std::string_view kPayee = "ID01drPayee001";
inline constexpr std::string_view kBudget = "ID01drBudget01";

inline constexpr std::string_view kAirlineToken = "duffel_test_drill_token";
inline constexpr std::string_view kHotelClient = "drill-client";
inline constexpr std::string_view kHotelSecret = "drill-secret";

inline constexpr std::string_view kPaymentKey = "pk_drill";
inline constexpr std::string_view kPaymentSecret = "sk_drill";

inline constexpr std::string_view kCardVendor = "VI";
inline constexpr std::string_view kCardNumber = "4111111111111111";
inline constexpr std::string_view kCardExpiry = "2030-12";
inline constexpr std::string_view kCardHolder = "TRAVEL DESK";
inline constexpr std::string_view kDeskMail = "travel-desk@example.com";
inline constexpr std::string_view kDeskPhone = "+8613800000000";

}  // namespace mayday::company
