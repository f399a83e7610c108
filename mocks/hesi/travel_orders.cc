#include "travel_orders.h"

#include <boost/json/serialize.hpp>

#include "mayday/base/check.h"
#include "money_field.h"

namespace mayday::hesi {
namespace {

// Optional until 2024-03-25. All but the summary, which a published sample sends as null.
constexpr std::string_view kRequired[] = {"initialOriginalOrderNo",
                                          "initialParentOrderNo",
                                          "initialOrderNo",
                                          "originalOrderNo",
                                          "parentOrderNo",
                                          "orderNo",
                                          "orderDate",
                                          "orderStatus",
                                          "orderCategory",
                                          "travelType",
                                          "realAmount",
                                          "bookingPlatform"};

struct Label {
  std::string_view field;
  std::string_view label;
};
constexpr Label kLabels[] = {
    {"orderNo", "订单号"},         {"ticketNumber", "票号"},        {"orderStatus", "订单状态"},
    {"orderCategory", "订单类型"}, {"applicationNo", "申请单编号"}, {"paymentMethod", "支付方式"},
    {"travelType", "出行类型"},    {"isExcess", "是否超标"},        {"flightNumber", "航班号"},
    {"travelPeople", "出行人"},    {"bookingPlatform", "订票平台"}, {"travelInfoId", "关联行程"}};

/// The table of fields calls all of them texts, the samples send numbers too.
bool present(const json::object& order, std::string_view name) {
  const json::value* field = order.if_contains(name);
  if (field == nullptr) return false;
  return field->is_number() || (field->is_string() && !field->get_string().empty());
}

std::string text_or_number(const json::object& order, std::string_view name) {
  const json::value* field = order.if_contains(name);
  if (field == nullptr || field->is_null()) return {};
  return field->is_string() ? std::string(text_of(order, name)) : json::serialize(*field);
}

std::optional<Money> amount_of(const json::object& order) {
  const json::value* field = order.if_contains("realAmount");
  if (field == nullptr) return std::nullopt;
  std::optional<std::int64_t> minor = minor_amount(*field);
  return minor ? std::optional(Money{*minor, "CNY"}) : std::nullopt;
}

}  // namespace

std::optional<std::string> order_fault(const json::value& value) {
  const json::object* order = value.if_object();
  if (order == nullptr) return "订单格式不正确";
  for (std::string_view name : kRequired)
    if (!present(*order, name)) return "订单缺少必填字段" + std::string(name);
  if (!order->contains("orderSummary")) return "订单缺少必填字段orderSummary";
  if (!amount_of(*order)) return "订单金额不正确";
  return std::nullopt;
}

void put_order(ObjectShelf& objects, const json::object& order, Instant now) {
  // The tenant has two families of orders; what is no hotel goes with the tickets.
  bool hotel = text_of(order, "orderType") == "hotel";
  const Entity* entity = find_entity(hotel ? kHotelOrders : kFlightOrders);
  std::optional<Money> amount = amount_of(order);
  MAYDAY_ASSERT(entity != nullptr && amount);
  DataObject& object = objects.at(*entity, text_or_number(order, "orderNo"));
  object.name = text_or_number(order, "orderSummary");
  object.uses_max = 1;
  for (const Label& one : kLabels) {
    const json::value* field = order.if_contains(one.field);
    object.fields[std::string(one.label)] = field == nullptr ? "null" : json::serialize(*field);
  }
  object.fields["订单金额"] = money_text(*amount);
  objects.touched(object, now);
}

}  // namespace mayday::hesi
