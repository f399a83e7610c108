#include "object_shelf.h"

#include <algorithm>

#include "directory.h"

namespace mayday::hesi {
namespace {

constexpr std::string_view kTravel = "ID01drPltTrip1";
constexpr std::string_view kCrm = "ID01drPltCrm01";
constexpr std::string_view kTravelPrefix = "E_d0a1b000000000000009_";

constexpr Entity kEntities[] = {
    {kFlightOrders, "机票订单", kTravel, kTravelPrefix, ObjectKind::order},
    {kHotelOrders, "酒店订单", kTravel, kTravelPrefix, ObjectKind::order},
    {kTrips, "飞机行程", kTravel, kTravelPrefix, ObjectKind::trip},
    {kProjects, "Project", kCrm, "E_d0a1c000000000000004_", ObjectKind::custom},
    {"d0a1d000000000000005", "Retired object", kCrm, "E_d0a1d000000000000005_", ObjectKind::custom,
     false},
};

void write_fields(JsonText& out, const DataObject& object) {
  std::string prefix(object.entity->prefix);
  out.text(prefix + "code", object.code).text(prefix + "name", object.name);
  for (const auto& [label, value] : object.fields) out.raw(prefix + label, value);
}

}  // namespace

const Entity* find_entity(std::string_view id) {
  auto found = std::ranges::find(kEntities, id, &Entity::id);
  return found == std::end(kEntities) ? nullptr : found;
}

DataObject& ObjectShelf::at(const Entity& entity, std::string_view code) {
  DataObject*& known = by_code_[Key(entity.id, code)];
  if (known == nullptr) {
    known = &objects_.emplace_back();
    known->entity = &entity;
    known->code = code;
  }
  return *known;
}

void ObjectShelf::touched(DataObject& object, Instant now) {
  if (object.id.empty()) object.id = ids_.opaque("object");
  if (++object.version == 1) object.created = now;
  object.updated = now;
}

const DataObject* ObjectShelf::find(const Entity& entity, std::string_view code) const {
  auto found = by_code_.find(Key(entity.id, code));
  return found == by_code_.end() ? nullptr : found->second;
}

void write_flat(JsonText& out, const DataObject& object, std::int64_t created_ms,
                std::int64_t updated_ms) {
  out.open().text("id", object.id).number("useCount", 0).number("totalCount", object.uses_max);
  out.text_or_null("ownerId", object.owner).name("visibility").open().flag("fullVisible", false);
  for (std::string_view whom : {"staff", "department", "role"})
    out.name(whom).open_list().close_list();
  out.close();
  write_fields(out, object);
  out.flag("active", object.active).number("createTime", created_ms);
  out.number("updateTime", updated_ms).text("entityId", object.entity->id).close();
}

void write_instance(JsonText& out, const DataObject& object, std::int64_t created_ms,
                    std::int64_t updated_ms) {
  bool from_document = !object.made_from.empty();
  out.open().text("id", object.id).number("version", object.version);
  out.flag("active", object.active).number("createTime", created_ms);
  out.number("updateTime", updated_ms).text("name", object.name).text("code", object.code);
  out.text("corporationId", kCorporation).name("form").open();
  write_fields(out, object);
  out.close().null("ledgerAmount").null("ledgerAmountModel");
  out.number("totalCount", object.uses_max).number("useCount", 0);
  out.text("entityId", object.entity->id).text("platformId", object.entity->platform);
  out.text("source", object.made_by).flag("visible", true);
  if (!object.visible.empty()) out.raw("visibility", object.visible);
  out.text("ownerId", object.owner).text("operatorId", from_document ? object.owner : "API");
  out.text("sourceId", object.made_from).name("flowCounts").open().close().close();
}

}  // namespace mayday::hesi
