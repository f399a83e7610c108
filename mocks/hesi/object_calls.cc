#include "body.h"
#include "lists.h"
#include "messages.h"
#include "object_rows.h"
#include "operations.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

constexpr std::size_t kRowsMax = 100;

Response unknown_entity(std::string_view id) {
  return error(400, "业务对象" + std::string(id) + "不存在");
}

Handled list_data_links(Tenant& tenant, const Exchange& x, Instant) {
  if (auto no = missing(x, {"entityId"})) return *no;
  const Entity* entity = find_entity(x.target.query("entityId"));
  if (entity == nullptr) return unknown_entity(x.target.query("entityId"));
  Page page = read_page(x, "start", false);
  if (page.refusal) return *page.refusal;
  Dates dates = read_dates(x, tenant.starts);
  if (dates.refusal) return *dates.refusal;
  std::vector<const DataObject*> rows;  // in the order of their creation
  for (const DataObject& one : tenant.objects.all())
    if (one.entity == entity && passes(x, "active", one.active) && dates.hold(one.updated))
      rows.push_back(&one);
  return page_of_rows(rows, page, [&](JsonText& out, const DataObject& one) {
    write_instance(out, one, tenant.epoch.ms(one.created), tenant.epoch.ms(one.updated));
  });
}

std::optional<Response> refuse_rows(Body& body) {
  std::string_view id = body.text("entityId");
  const Entity* entity = find_entity(id);
  if (entity == nullptr || entity->kind != ObjectKind::custom) return unknown_entity(id);
  if (!entity->active) return error(403, "实体已经停用");
  const json::array* rows = list_of(*body.object(), "dataLinks");
  if (rows == nullptr || rows->empty()) return error(400, "dataLinks不能为空");  // not documented
  if (rows->size() > kRowsMax) return error(400, "单次最多支持100条数据");       // not documented
  return std::nullopt;
}

/// What came of the rows: a text for each, and the ids of those that are in.
struct Imported {
  bool success = true;
  JsonText texts;
  JsonText ids;
};

void import_row(Tenant& tenant, const Entity& entity, const json::value& row, bool cover,
                const std::string& nth, Imported& done, Instant now) {
  auto read = ObjectRow::read(row, entity, tenant.people);
  if (const auto* fault = std::get_if<std::string>(&read)) {
    done.success = false;
    done.texts.text(nth + *fault);
    return;
  }
  const ObjectRow& one = std::get<ObjectRow>(read);
  DataObject& object = tenant.objects.at(entity, one.code());
  one.apply(object, cover || object.version == 0);
  tenant.objects.touched(object, now);
  done.texts.text(nth + "导入成功");
  done.ids.text(object.code, object.id);
  tenant.outbox.post(object_message(object), now);
}

/// Row by row. After a bad one the rest is left out, unless the caller wants the good ones anyway.
Response import(Tenant& tenant, std::string_view text, bool cover, Instant now) {
  Body body(text);
  const Entity& entity = *find_entity(body.text("entityId"));
  const json::value* part = body.object()->if_contains("importPart");
  bool go_on = part != nullptr && part->is_bool() && part->get_bool();
  Imported done;
  done.texts.open_list();
  done.ids.open();
  std::size_t number = 0;
  for (const json::value& row : *list_of(*body.object(), "dataLinks")) {
    std::string nth = "第" + std::to_string(++number) + "行:";
    if (!done.success && !go_on) {
      done.texts.text(nth + "前面的数据导入失败，已终止");
    } else {
      import_row(tenant, entity, row, cover, nth, done, now);
    }
  }
  done.texts.close_list();
  done.ids.close();
  JsonText out;
  out.open().name("value").open().raw("errorMsg", done.texts.take());
  out.raw("dataLinkIds", done.ids.take()).flag("success", done.success).close().close();
  return ok(std::move(out));
}

Handled upsert_data_links(Tenant& tenant, const Exchange& x, Instant) {
  std::string_view flag = x.target.query("editFlag");
  if (!flag.empty() && flag != "cover" && flag != "increment")
    return error(400, "参数editFlag不正确");  // not documented
  Body body(x.request.body);
  if (auto no = refuse_rows(body)) return *no;
  bool cover = flag != "increment";
  return Handled::writing([&tenant, text = x.request.body, cover](Instant now) {
    return import(tenant, text, cover, now);
  });
}

constexpr Operation kOperations[] = {
    {"GET", "/api/openapi/v2.1/datalink", "listDataLinks", list_data_links},
    {"POST", "/api/openapi/v2.1/datalink/add", "upsertDataLinks", upsert_data_links, nullptr,
     kWrite},
};

}  // namespace

OperationList object_operations() { return kOperations; }

}  // namespace mayday::hesi
