#include <gtest/gtest.h>

#include "hesi_tenant.h"

namespace mayday::hesi_test {
namespace {

const std::string kLatest = "/api/openapi/v1/specifications/latestByType?type=";
const std::string kByIds = "/api/openapi/v2/specifications/byIds/";
const std::string kFees = "/api/openapi/v2/specifications/feeType/byIdsAndCodes";

TEST(HesiTemplates, AreListedByTypeWithoutVersion) {
  Tenant tenant;
  json::object list = tenant.get(kLatest + "expense");
  std::string ids;
  for (const json::value& item : list.at("items").as_array()) ids += text(item.at("id")) + " ";
  EXPECT_EQ(ids, "ID01drSpcTrip1 ID01drSpcBot01 ID01drSpcPick1 ID01drSpcVip01 ");
  EXPECT_FALSE(list.at("items").at(3).at("visibility").at("fullVisible").as_bool());
  EXPECT_TRUE(tenant.get(kLatest + "custom").at("items").as_array().empty());
  EXPECT_EQ(tenant.call("GET", kLatest + "receipt").status, 412);
}

TEST(HesiTemplates, GiveTheVersionThatADocumentNeeds) {
  Tenant tenant;
  json::object detail = tenant.get(kByIds + "[ID01drSpcTrip1,ID01nothing]");
  ASSERT_EQ(detail.at("items").as_array().size(), 1U);
  std::string version = text(detail.at("items").at(0).at("id"));
  EXPECT_EQ(tenant.call("POST", kCreate, claim("A", kLin, {}, "", version)).status, 200);
  EXPECT_EQ(tenant.call("GET", kByIds + "[ID01nothing]").status, 412);
}

TEST(HesiTemplates, AskOnlyForWhatADocumentNeeds) {
  // Every field that a template calls required must indeed be required on committing.
  Tenant tenant;
  json::object detail = tenant.get(kByIds + "[ID01drSpcTrip1]");
  std::vector<std::string> required;
  for (const json::value& field : detail.at("items").at(0).at("form").as_array()) {
    const auto& [name, facts] = *field.as_object().begin();
    if (!facts.at("optional").as_bool()) required.emplace_back(name);
  }
  EXPECT_EQ(required, (std::vector<std::string>{"title", "submitterId", "payeeId", "details"}));
  for (const std::string& name : required) {
    std::string lacking = claim("A");
    lacking.replace(lacking.find("\"" + name + "\"") + 1, 1, "X");
    EXPECT_EQ(tenant.call("POST", kCommit, lacking).status, 400) << name;
  }
}

TEST(HesiFeeTypes, AreFoundByIdOrCode) {
  Tenant tenant;
  json::object both = tenant.post(kFees, R"({"ids":["Kq7DrillCorp00:hotel"],"codes":["FLIGHT"]})");
  ASSERT_EQ(both.at("items").as_array().size(), 2U);
  EXPECT_EQ(text(both.at("items").at(0).at("expenseSpecificationId")),
            "Kq7DrillCorp00:hotel:expense:4952d33dad3cfd9929eb83e20d372a4128db832c");
  EXPECT_TRUE(both.at("items").at(0).at("receiptSpecificationId").is_null());
  for (const char* body : {"", "{}", R"({"ids":[],"codes":[]})", R"({"ids":["none"]})"})
    EXPECT_EQ(tenant.call("POST", kFees, body).status, 412) << body;
}

}  // namespace
}  // namespace mayday::hesi_test
