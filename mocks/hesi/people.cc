#include "people.h"

namespace mayday::hesi {
namespace {

constexpr const char* kCreated = "2026-01-05 09:00:00";

Staff person(const char* user, const char* name, const char* code, const char* unit,
             const char* cellphone, const char* email) {
  Staff one;
  one.id = std::string(kCorporation) + ":" + user;
  one.name = name;
  one.code = code;
  one.department = std::string(kCorporation) + ":" + unit;
  one.cellphone = cellphone;
  one.shown_email = email;
  one.created = kCreated;
  one.updated = "2026-09-01 09:00:00";
  return one;
}

Unit unit(const char* short_id, const char* name, const char* code) {
  Unit one;
  one.id = std::string(kCorporation) + ":" + short_id;
  one.name = name;
  one.parent = std::string(kCorporation);
  one.code = code;
  one.created = one.updated = kCreated;
  return one;
}

}  // namespace

std::vector<Staff> fixture_staff() {
  std::vector<Staff> all{person("ID01drStfLin01", "林晓", "D1001", "ID01drDepSale1", "13900000001",
                                "Lin@drill.example"),
                         person("ID01drStfZhou1", "周岚", "D1002", "ID01drDepSale1", "13900000002",
                                "Zhou@drill.example"),
                         person("ID01drStfQin01", "秦越", "D1003", "ID01drDepFin01", "13900000003",
                                "Qin@drill.example"),
                         person("ID01drStfGone1", "高远", "D1004", "ID01drDepSale1", "13900000004",
                                "Gao@drill.example"),
                         person("ID01drStfIdle1", "何静", "D1005", "ID01drDepSale1", "13900000005",
                                "He@drill.example")};
  all[3].active = false;
  all[3].activated = false;
  all[4].activated = false;
  return all;
}

std::vector<Unit> fixture_units() {
  std::vector<Unit> all{
      unit("", "Drill Travel Co", "ROOT"), unit("ID01drDepSale1", "Sales", "SALES"),
      unit("ID01drDepFin01", "Finance", "FIN"), unit("ID01drDepOld01", "Old unit", "OLD")};
  all[0].id = std::string(kCorporation);
  all[0].parent.clear();
  all[3].active = false;
  return all;
}

}  // namespace mayday::hesi
