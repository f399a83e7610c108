#include <algorithm>

#include "body.h"
#include "lists.h"
#include "operations.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

/// Contact times are texts of one form, so they compare as they are.
bool in_dates(const Exchange& x, const std::string& updated) {
  std::string_view from = x.target.query("startDate");
  std::string_view to = x.target.query("endDate");
  return (from.empty() || updated >= from) && (to.empty() || updated < to);
}

/// Sorts by update time when the call asks for it; rows that are equal keep the list's order.
template <class Row>
void sort_as_asked(const Exchange& x, std::vector<const Row*>& rows) {
  if (x.target.query("orderBy") != "updateTime") return;
  bool down = x.target.query("orderByType") == "desc";
  std::stable_sort(rows.begin(), rows.end(), [down](const Row* a, const Row* b) {
    return down ? a->updated > b->updated : a->updated < b->updated;
  });
}

void write_unit(JsonText& out, const Unit& unit, std::size_t order) {
  out.open().text("id", unit.id).text("name", unit.name).text("parentId", unit.parent);
  out.flag("active", unit.active).text("code", unit.code);
  out.text("updateTime", unit.updated).text("createTime", unit.created);
  out.name("form").open().null("costCenter").null("legalEntity").close();
  out.number("order", static_cast<std::int64_t>(order)).close();
}

/// Staff that answer to one key of a look-up; nothing for an unknown key.
std::vector<const Staff*> look_up(const Directory& people, std::string_view type,
                                  std::string_view key) {
  if (type == "CODE") return people.with_code(key);
  std::vector<const Staff*> all;
  if (type == "STAFFID") {
    if (const Staff* one = people.find(key)) all.push_back(one);
    return all;
  }
  for (const Staff& one : people.staff()) {
    std::string_view has = type == "CELLPHONE" ? one.cellphone
                           : type == "MAIL"    ? std::string_view(one.email)
                                               : one.user();
    if (!key.empty() && has == key) all.push_back(&one);
  }
  return all;
}

bool known_type(std::string_view type) {
  constexpr std::string_view kTypes[] = {"STAFFID", "CODE", "CELLPHONE", "MAIL", "USERID"};
  return std::ranges::find(kTypes, type) != std::end(kTypes);
}

Handled get_corporation(Tenant&, const Exchange&, Instant) {
  JsonText out;
  out.open().name("value").open().text("id", kCorporation).text("name", kCorporationName);
  out.close().close();
  return ok(std::move(out));
}

Handled list_staffs(Tenant& tenant, const Exchange& x, Instant) {
  Page page = read_page(x, "start", true);
  if (page.refusal) return *page.refusal;
  std::vector<const Staff*> rows;
  for (const Staff& one : tenant.people.staff())
    if (passes(x, "active", one.active) && passes(x, "external", false) && in_dates(x, one.updated))
      rows.push_back(&one);
  sort_as_asked(x, rows);
  return page_of_rows(rows, page, [](JsonText& out, const Staff& one) { out.raw(one.json + "}"); });
}

Handled find_staffs(Tenant& tenant, const Exchange& x, Instant) {
  Body body(x.request.body);
  const json::array* keys =
      body.object() == nullptr ? nullptr : list_of(*body.object(), "conditionIds");
  if (keys == nullptr || keys->empty()) return error(400, "conditionIds不能为空");
  std::string_view type = body.text("type");
  if (!known_type(type)) return error(400, "参数type无法识别");            // not documented
  if (keys->size() > 100) return error(400, "conditionIds不能超过100个");  // not documented
  JsonText out;
  out.open().name("items").open_list();
  for (const json::value& key : *keys) {
    if (!key.is_string()) continue;
    const json::string& text = key.get_string();
    for (const Staff* one : look_up(tenant.people, type, {text.data(), text.size()}))
      if (one->active) out.raw(one->json + R"(,"roles":[]})");
  }
  out.close_list().close();
  return ok(std::move(out));
}

Handled list_departments(Tenant& tenant, const Exchange& x, Instant) {
  Page page = read_page(x, "start", true);
  if (page.refusal) return *page.refusal;
  std::vector<const Unit*> rows;
  for (const Unit& one : tenant.people.units())
    if (in_dates(x, one.updated)) rows.push_back(&one);
  sort_as_asked(x, rows);
  JsonText out;
  out.open().number("count", static_cast<std::int64_t>(rows.size())).name("items").open_list();
  auto [from, to] = page.within(rows.size());
  for (std::size_t i = from; i < to; ++i) write_unit(out, *rows[i], i);
  out.close_list().close();
  return ok(std::move(out));
}

std::string person_looked_up(const Tenant& tenant, const Exchange& x) {
  Body body(x.request.body);
  const json::array* keys =
      body.object() == nullptr ? nullptr : list_of(*body.object(), "conditionIds");
  std::string_view type = body.text("type");
  if (keys == nullptr || keys->empty() || !keys->front().is_string()) return {};
  if (type != "CODE" && type != "STAFFID") return {};
  const json::string& key = keys->front().get_string();
  std::vector<const Staff*> found = look_up(tenant.people, type, {key.data(), key.size()});
  return found.empty() ? std::string{} : found.front()->id;
}

constexpr Operation kOperations[] = {
    {"GET", "/api/openapi/v1/corporations", "getCorporation", get_corporation},
    {"GET", "/api/openapi/v1.1/staffs", "listStaffs", list_staffs},
    {"POST", "/api/openapi/v1/staffs/getStaffIds", "findStaffs", find_staffs, person_looked_up},
    {"GET", "/api/openapi/v1/departments", "listDepartments", list_departments},
};

}  // namespace

OperationList organisation_operations() { return kOperations; }

}  // namespace mayday::hesi
