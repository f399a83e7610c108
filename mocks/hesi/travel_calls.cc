#include <algorithm>

#include "body.h"
#include "lists.h"
#include "operations.h"
#include "shapes.h"
#include "travel_orders.h"

namespace mayday::hesi {
namespace {

/// How far searches are behind (contract M11: two seconds at most).
constexpr Duration kSearchLag = 1s;

std::optional<Response> refuse_orders(std::string_view text) {
  Body body(text);
  const json::array* data = body.object() == nullptr ? nullptr : list_of(*body.object(), "data");
  if (data == nullptr || data->empty()) return error(400, "data不能为空");
  for (const json::value& order : *data)
    if (auto fault = order_fault(order)) return error(400, *fault);
  return std::nullopt;
}

Handled push_travel_orders(Tenant& tenant, const Exchange& x, Instant) {
  if (auto no = refuse_orders(x.request.body)) return *no;
  return Handled::writing([&tenant, text = x.request.body](Instant now) {
    Body body(text);
    for (const json::value& order : *list_of(*body.object(), "data"))
      put_order(tenant.objects, order.get_object(), now);
    JsonText out;
    out.open().text("value", "ok").close();
    return ok(std::move(out));
  });
}

bool travels(const Exchange& x) { return x.values.front() == "TRAVEL_MANAGEMENT"; }

const Entity* travel_entity(std::string_view id) {
  const Entity* entity = find_entity(id);
  return entity == nullptr || entity->kind == ObjectKind::custom ? nullptr : entity;
}

/// Which objects a search asks for; in the body, unlike everywhere else.
struct Search {
  const Entity* entity = nullptr;
  Page page;
  Dates dates;
};

std::optional<Response> read_search(std::string_view text, std::int64_t starts, Search& search) {
  Body body(text);
  search.entity = travel_entity(body.text("entityId"));
  if (search.entity == nullptr) return error(400, "业务对象模板不存在");
  std::optional<std::int64_t> start = number_of(*body.object(), "start");
  std::optional<std::int64_t> count = number_of(*body.object(), "count");
  if (!start || *start < 0 || !count || *count < 1) return error(400, "分页参数不正确");
  if (*count > 100) return error(400, "count不能超过100");
  search.page.start = static_cast<std::size_t>(*start);
  search.page.count = static_cast<std::size_t>(*count);
  search.dates = read_dates(body.text("startDate"), body.text("endDate"), starts);
  return search.dates.refusal;
}

Handled search_travel_objects(Tenant& tenant, const Exchange& x, Instant now) {
  if (!travels(x)) return error(400, "不支持的业务对象");
  Search search;
  if (auto no = read_search(x.request.body, tenant.starts, search)) return *no;
  std::vector<const DataObject*> rows;
  for (const DataObject& one : tenant.objects.all())
    if (one.entity == search.entity && one.created + kSearchLag <= now &&
        search.dates.hold(one.created))
      rows.push_back(&one);
  std::ranges::sort(rows, std::greater{}, &DataObject::code);
  JsonText out;
  out.open().name("items").open().number("total", static_cast<std::int64_t>(rows.size()));
  out.name("data").open_list();
  auto [from, to] = search.page.within(rows.size());
  for (std::size_t i = from; i < to; ++i) {
    out.open().name("dataLink");
    write_flat(out, *rows[i], tenant.epoch.ms(rows[i]->created), tenant.epoch.ms(rows[i]->updated));
    out.name("ledger").open().close().name("planned").open().close();
    out.name("plans").open_list().close_list().name("ledgers").open_list().close_list().close();
  }
  out.close_list().close().close();
  return ok(std::move(out));
}

Handled get_travel_objects_by_code(Tenant& tenant, const Exchange& x, Instant now) {
  if (!travels(x)) return error(400, "不支持的业务对象");
  if (auto no = missing(x, {"entityId", "codes"})) return *no;
  const Entity* entity = travel_entity(x.target.query("entityId"));
  JsonText out;
  out.open().name("items").open_list();
  bool any = false;
  for (std::string_view code : comma_list(x.target.query("codes"))) {
    const DataObject* one = entity == nullptr ? nullptr : tenant.objects.find(*entity, code);
    if (one == nullptr || one->created + kSearchLag > now) continue;
    write_instance(out, *one, tenant.epoch.ms(one->created), tenant.epoch.ms(one->updated));
    any = true;
  }
  if (!any) return error(400, "查询的数据不存在");
  out.close_list().close();
  return ok(std::move(out));
}

/// The first traveller of the first order.
std::string first_traveller(const Tenant&, const Exchange& x) {
  Body body(x.request.body);
  const json::array* data = body.object() == nullptr ? nullptr : list_of(*body.object(), "data");
  if (data == nullptr || data->empty() || !data->front().is_object()) return {};
  const json::array* people = list_of(data->front().get_object(), "travelPeople");
  bool named = people != nullptr && !people->empty() && people->front().is_string();
  return named ? std::string(people->front().get_string().c_str()) : std::string{};
}

constexpr Operation kOperations[] = {
    {"POST", "/api/openapi/v1/travel/costCenter/synTravelOrder", "pushTravelOrders",
     push_travel_orders, first_traveller, kWrite},
    {"POST", "/api/openapi/v2.1/datalink/{object}/searchOrders", "searchTravelObjects",
     search_travel_objects},
    {"GET", "/api/openapi/v2.1/datalink/{object}/byDataLinkCodes", "getTravelObjectsByCode",
     get_travel_objects_by_code},
};

}  // namespace

OperationList travel_operations() { return kOperations; }

}  // namespace mayday::hesi
