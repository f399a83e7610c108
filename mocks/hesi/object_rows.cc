#include "object_rows.h"

#include <boost/json/serialize.hpp>

#include "money_field.h"

namespace mayday::hesi {
namespace {

/// "12.35" or "CNY12.35" in the base currency, the only one that the tenant has set up.
std::variant<Money, std::string> read_amount(std::string_view text) {
  std::size_t digits = text.find_first_of("0123456789");
  std::string_view currency = text.substr(0, digits);
  if (!currency.empty() && digits != std::string_view::npos && currency != "CNY")
    return "币种" + std::string(currency) + "未配置";
  if (currency == "CNY") text.remove_prefix(currency.size());
  std::int64_t minor = minor_units(std::string(text));
  if (minor < 0) return "金额格式不正确";
  return Money{minor, "CNY"};
}

bool flag_of(const json::object& from, std::string_view name, bool otherwise) {
  const json::value* member = from.if_contains(name);
  return member != nullptr && member->is_bool() ? member->get_bool() : otherwise;
}

}  // namespace

std::variant<ObjectRow, std::string> ObjectRow::read(const json::value& value, const Entity& entity,
                                                     const Directory& people) {
  const json::object* row = value.if_object();
  const json::object* data = row == nullptr ? nullptr : object_of(*row, "data");
  if (data == nullptr) return "data不能为空";
  ObjectRow out;
  std::string prefix(entity.prefix);
  out.code_ = text_of(*data, prefix + "code");
  if (out.code_.empty()) return "code为空";
  out.named_ = data->contains(prefix + "name");
  out.name_ = text_of(*data, prefix + "name");
  if (data->contains(prefix + "amount")) {  // the only typed field that the tenant has
    std::string_view text = text_of(*data, prefix + "amount");
    auto amount = text.empty() ? std::variant<Money, std::string>() : read_amount(text);
    if (const auto* fault = std::get_if<std::string>(&amount)) return *fault;
    out.fields_["amount"] = text.empty() ? "null" : money_text(std::get<Money>(amount));
  }
  out.disabled_ = flag_of(*row, "disabled", true);
  if (row->contains("ownerId")) out.owner_ = text_of(*row, "ownerId");
  if (out.owner_ && !out.owner_->empty() && people.find(*out.owner_) == nullptr)
    return "负责人" + *out.owner_ + "不存在";
  if (const json::object* visible = object_of(*row, "visible"))
    out.visible_ = json::serialize(*visible);
  out.uses_max_ = number_of(*row, "count");
  return out;
}

void ObjectRow::apply(DataObject& object, bool cover) const {
  if (cover || named_) object.name = name_;
  if (cover) object.fields.clear();
  for (const auto& [label, json] : fields_) object.fields[label] = json;
  if (cover || owner_) object.owner = owner_.value_or("");
  if (cover || visible_) object.visible = visible_.value_or("");
  if (cover || uses_max_) object.uses_max = uses_max_.value_or(0);
  object.active = !disabled_;
}

}  // namespace mayday::hesi
