#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ids.h"
#include "mayday/base/json_text.h"
#include "mayday/base/time.h"

namespace mayday::hesi {

enum class ObjectKind : unsigned char { order, trip, custom };

/// A kind of business object (业务对象) that the tenant has.
struct Entity {
  std::string_view id;
  std::string_view name;
  std::string_view platform;
  std::string_view prefix;  ///< Of its fields' names, "E_<id>_"; the id may be another entity's.
  ObjectKind kind = ObjectKind::custom;
  bool active = true;
};
inline constexpr std::string_view kFlightOrders = "d0a1f000000000000001";
inline constexpr std::string_view kHotelOrders = "d0a1e000000000000003";
inline constexpr std::string_view kTrips = "d0a1f000000000000002";
inline constexpr std::string_view kProjects = "d0a1c000000000000004";
/// nullptr when there is none.
const Entity* find_entity(std::string_view id);

/// One business object: a trip, an order, a project.
struct DataObject {
  std::string id;
  const Entity* entity = nullptr;
  std::string code;
  std::string name;
  std::map<std::string, std::string> fields;  ///< Label -> JSON, code and name apart.
  std::string owner;                          ///< Staff id, or empty.
  std::string_view made_by = "API";           ///< API | FLOW.
  std::string made_from;                      ///< Document, or empty.
  std::string visible;                        ///< JSON, or empty.
  std::int64_t uses_max = 0;
  std::int64_t version = 0;  ///< 0: not put in yet.
  bool active = true;
  Instant created;
  Instant updated;
};

/// The tenant's business objects, in the order they were put in. None is ever taken out.
class ObjectShelf {
 public:
  /// The object of that code, made when there is none.
  DataObject& at(const Entity& entity, std::string_view code);
  /// Gives a new object its id and every one its version and times.
  void touched(DataObject& object, Instant now);

  const DataObject* find(const Entity& entity, std::string_view code) const;
  const std::deque<DataObject>& all() const { return objects_; }

 private:
  using Key = std::pair<std::string_view, std::string>;
  std::deque<DataObject> objects_;  // a deque, because addresses must stay
  std::map<Key, DataObject*> by_code_;
  Ids ids_;
};

/// An object as searchOrders shows it, field by field in one flat object, as the next value.
void write_flat(JsonText& out, const DataObject& object, std::int64_t created_ms,
                std::int64_t updated_ms);
/// An object as the other calls show it, its own fields apart in `form`, as the next value.
void write_instance(JsonText& out, const DataObject& object, std::int64_t created_ms,
                    std::int64_t updated_ms);

}  // namespace mayday::hesi
