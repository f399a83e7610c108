#include <gtest/gtest.h>

#include "hesi_tenant.h"

namespace mayday::hesi_test {
namespace {

const std::string kStaffs = "/api/openapi/v1.1/staffs?start=0&count=100";

std::vector<std::string> names(const json::object& page) {
  std::vector<std::string> all;
  for (const json::value& item : page.at("items").as_array()) all.push_back(text(item.at("name")));
  return all;
}

TEST(HesiStaff, FixturesComeFirstAndTheEstateFollows) {
  Tenant tenant;
  json::object page = tenant.get(kStaffs);
  EXPECT_EQ(page.at("count").as_int64(), 7);
  EXPECT_EQ(names(page),
            (std::vector<std::string>{"林晓", "周岚", "秦越", "高远", "何静", "安达", "博思"}));
  const json::object& lin = page.at("items").at(0).as_object();
  EXPECT_EQ(
      json::serialize(lin),
      R"({"id":"Kq7DrillCorp00:ID01drStfLin01","name":"林晓","nickName":null,"code":"D1001",)"
      R"("departments":["Kq7DrillCorp00:ID01drDepSale1"],"defaultDepartment":"Kq7DrillCorp00:ID01drDepSale1",)"
      R"("cellphone":"13900000001","active":true,"userId":"ID01drStfLin01","email":"lin@drill.example",)"
      R"("showEmail":"Lin@drill.example","external":false,"authState":true,"globalRoaming":"+86","note":"",)"
      R"("staffCustomForm":null,"updateTime":"2026-09-01 09:00:00","createTime":"2026-01-05 09:00:00"})");
}

TEST(HesiStaff, TheActiveFilterHasThreeStates) {
  Tenant tenant;
  EXPECT_EQ(tenant.get(kStaffs + "&active=true").at("count").as_int64(), 6);
  EXPECT_EQ(names(tenant.get(kStaffs + "&active=")), (std::vector<std::string>{"高远"}));
  EXPECT_EQ(names(tenant.get(kStaffs + "&active=yes")), (std::vector<std::string>{"高远"}));
  EXPECT_EQ(tenant.get(kStaffs + "&external=true").at("count").as_int64(), 0);
}

TEST(HesiStaff, PagesCountFromZeroAndEndQuietly) {
  Tenant tenant;
  json::object second = tenant.get("/api/openapi/v1.1/staffs?start=1&count=2");
  EXPECT_EQ(second.at("count").as_int64(), 7);
  EXPECT_EQ(names(second), (std::vector<std::string>{"周岚", "秦越"}));
  json::object beyond = tenant.get("/api/openapi/v1.1/staffs?start=99&count=5000");
  EXPECT_EQ(beyond.at("count").as_int64(), 7);
  EXPECT_TRUE(beyond.at("items").as_array().empty());
  EXPECT_EQ(tenant.call("GET", "/api/openapi/v1.1/staffs?start=0").status, 404);
  EXPECT_EQ(tenant.call("GET", "/api/openapi/v1.1/staffs?start=-1&count=1").status, 400);
}

TEST(HesiStaff, AreSortedAndFilteredByUpdateTime) {
  Tenant tenant;
  EXPECT_EQ(names(tenant.get(kStaffs + "&orderBy=updateTime")).front(), "安达");
  EXPECT_EQ(names(tenant.get(kStaffs + "&orderBy=updateTime&orderByType=desc")).front(), "林晓");
  EXPECT_EQ(tenant.get(kStaffs + "&startDate=2026-09-01%2009:00:00").at("count").as_int64(), 5);
  EXPECT_EQ(tenant.get(kStaffs + "&endDate=2026-09-01+09:00:00").at("count").as_int64(), 2);
}

TEST(HesiStaff, AreFoundByAnyOfFiveKeys) {
  Tenant tenant;
  const std::string find = "/api/openapi/v1/staffs/getStaffIds";
  for (const char* body : {R"({"type":"CODE","conditionIds":["D1001"]})",
                           R"({"type":"STAFFID","conditionIds":["Kq7DrillCorp00:ID01drStfLin01"]})",
                           R"({"type":"CELLPHONE","conditionIds":["13900000001"]})",
                           R"({"type":"MAIL","conditionIds":["lin@drill.example"]})",
                           R"({"type":"USERID","conditionIds":["ID01drStfLin01","nobody"]})"}) {
    json::object found = tenant.post(find, body);
    EXPECT_EQ(names(found), (std::vector<std::string>{"林晓"})) << body;
    EXPECT_TRUE(found.at("items").at(0).at("roles").as_array().empty());
  }
  EXPECT_EQ(names(tenant.post(find, R"({"type":"CODE","conditionIds":["D1004","E2001"]})")),
            (std::vector<std::string>{"安达"}));  // those who left are not found
  EXPECT_EQ(tenant.call("POST", find, R"({"type":"CODE","conditionIds":[]})").status, 400);
  EXPECT_EQ(tenant.call("POST", find, R"({"type":"CODE"})").status, 400);
  EXPECT_EQ(tenant.call("POST", find, "").status, 400);
}

TEST(HesiDepartments, IncludeTheDisabledOnesAndTheEstates) {
  Tenant tenant;
  json::object page = tenant.get("/api/openapi/v1/departments?start=0&count=10");
  EXPECT_EQ(names(page), (std::vector<std::string>{"Drill Travel Co", "Sales", "Finance",
                                                   "Old unit", "Design"}));
  EXPECT_EQ(text(page.at("items").at(0).at("parentId")), "");
  EXPECT_FALSE(page.at("items").at(3).at("active").as_bool());
  EXPECT_EQ(text(page.at("items").at(4).at("parentId")), "Kq7DrillCorp00");
}

TEST(HesiCorporation, HasANameForTheAsking) {
  Tenant tenant;
  EXPECT_EQ(tenant.call("GET", "/api/openapi/v1/corporations").body,
            R"({"value":{"id":"Kq7DrillCorp00","name":"Drill Travel Co"}})");
}

}  // namespace
}  // namespace mayday::hesi_test
