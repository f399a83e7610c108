#include "trips.h"

#include <boost/json/serialize.hpp>

#include "body.h"
#include "mayday/base/check.h"

namespace mayday::hesi {
namespace {

std::string quoted(std::string_view text) { return json::serialize(json::string_view(text)); }

/// "TRIP2600000101": the requisition's number and the place in its plan.
std::string trip_code(const Flow& requisition, std::size_t place) {
  std::string nth = std::to_string(place + 1);
  return "TRIP" + requisition.code.substr(1) + (nth.size() < 2 ? "0" : "") + nth;
}

/// "E_<id>_行程日期" -> "行程日期".
std::string_view label_of(std::string_view name) {
  std::size_t end = name.starts_with("E_") ? name.find('_', 2) : std::string_view::npos;
  return end == std::string_view::npos ? name : name.substr(end + 1);
}

void fill_in(DataObject& trip, const json::object& plan) {
  const json::object* form = object_of(plan, "dataLinkForm");
  if (form == nullptr) return;
  for (const auto& field : *form) {
    std::string label(label_of({field.key().data(), field.key().size()}));
    if (label == "code") continue;
    if (label == "name") {
      trip.name = field.value().is_string() ? field.value().get_string().c_str() : "";
    } else {
      trip.fields[label] = json::serialize(field.value());
    }
  }
}

}  // namespace

void put_trips(ObjectShelf& objects, const Flow& requisition, Instant at) {
  Body form("{" + requisition.kept + "}");
  const json::array* plans =
      form.object() == nullptr ? nullptr : list_of(*form.object(), "u_行程规划");
  if (plans == nullptr) return;
  const Entity* entity = find_entity(kTrips);
  MAYDAY_ASSERT(entity != nullptr);
  for (std::size_t i = 0; i < plans->size(); ++i) {
    if (!(*plans)[i].is_object()) continue;
    DataObject& trip = objects.at(*entity, trip_code(requisition, i));
    fill_in(trip, (*plans)[i].get_object());
    trip.fields["订购状态"] = quoted("待订购");
    trip.fields["申请单编码"] = quoted(requisition.code);
    trip.fields["出行人"] = "[" + quoted(requisition.owner) + "]";
    trip.owner = requisition.owner;
    trip.made_by = "FLOW";
    trip.made_from = requisition.id;
    objects.touched(trip, at);
  }
}

}  // namespace mayday::hesi
