#include "mayday/base/effects.h"

#include <boost/mp11/algorithm.hpp>
#include <optional>

#include "mayday/base/input_error.h"

namespace mayday {

std::string_view EffectPlan::name() const {
  return std::visit([](const auto& one) { return std::decay_t<decltype(one)>::kName; }, any);
}

void tag_invoke(json::value_from_tag, json::value& to, const EffectPlan& effect) {
  std::visit([&](const auto& one) { to = json::value_from(one); }, effect.any);
  if (!to.is_object()) to = json::object();  // an effect without members
  to.as_object()["kind"] = effect.name();
}

EffectPlan tag_invoke(json::value_to_tag<EffectPlan>, const json::value& from) {
  json::object members = from.as_object();
  json::value kind = members["kind"];
  members.erase("kind");
  std::optional<EffectPlan> made;
  boost::mp11::mp_for_each<EffectPlan::Any>([&](const auto& one) {
    using Effect = std::decay_t<decltype(one)>;
    if (kind.as_string() == Effect::kName) made = json::value_to<Effect>(json::value(members));
  });
  if (!made) throw InputError("there is no effect \"" + std::string(kind.as_string()) + "\"");
  return *made;
}

}  // namespace mayday
