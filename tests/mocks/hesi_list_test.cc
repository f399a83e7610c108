#include <gtest/gtest.h>

#include "hesi_tenant.h"

namespace mayday::hesi_test {
namespace {

const std::string kList = "/api/openapi/v1.1/docs/getApplyList?start=0&count=100";

std::vector<std::string> codes(const json::object& page) {
  std::vector<std::string> all;
  for (const json::value& item : page.at("items").as_array())
    all.push_back(text(item.at("form").at("code")));
  return all;
}
using Codes = std::vector<std::string>;

TEST(HesiFlowList, ShowsTheNewestFirst) {
  Tenant tenant;
  commit_claim(tenant, "A");
  commit_claim(tenant, "B");
  tenant.wait(1min);
  commit_claim(tenant, "C", kAda);
  EXPECT_EQ(codes(tenant.get(kList + "&type=expense&active=true")),
            (Codes{"B26000012", "B26000011", "B26000010", "B26000002", "B26000001"}));
  EXPECT_EQ(codes(tenant.get(kList + "&type=expense&active=true&orderByType=asc&start=9")).front(),
            "B26000001");
  EXPECT_EQ(codes(tenant.get(kList + "&type=expense&uid=" + kAda)), (Codes{"B26000012"}));
}

TEST(HesiFlowList, CountsEveryPageAlike) {
  Tenant tenant;
  for (int i = 0; i < 5; ++i) commit_claim(tenant, "N" + std::to_string(i), kAda);
  json::object page =
      tenant.get("/api/openapi/v1.1/docs/getApplyList?type=expense&start=3&count=1&uid=" + kAda);
  EXPECT_EQ(page.at("count").as_int64(), 5);
  EXPECT_EQ(codes(page), (Codes{"B26000011"}));
}

TEST(HesiFlowList, FindsProcessingOnlyUnderPaying) {
  Tenant tenant;
  EXPECT_TRUE(codes(tenant.get(kList + "&type=expense&state=PROCESSING")).empty());
  json::object paying = tenant.get(kList + "&type=expense&state=approving,paying");
  EXPECT_EQ(codes(paying), (Codes{"B26000002"}));
  EXPECT_EQ(text(paying.at("items").at(0).at("state")), "PROCESSING");
}

TEST(HesiFlowList, FiltersByTypeTemplateAndDeletion) {
  Tenant tenant;
  EXPECT_EQ(codes(tenant.get(kList + "&type=loan")), (Codes{"J26000001"}));
  EXPECT_EQ(codes(tenant.get(kList + "&type=expense&active=no")), (Codes{"B26000003"}));
  EXPECT_TRUE(codes(tenant.get(kList + "&type=expense&specificationId=ID01drSpcBot01")).empty());
  EXPECT_EQ(codes(tenant.get(kList + "&type=expense&specificationId=ID01drSpcBot01,ID01drSpcTrip1"))
                .size(),
            3U);
  EXPECT_TRUE(codes(tenant.get(kList + "&type=custom")).empty());
  EXPECT_EQ(message(tenant.call("GET", kList + "&type=holiday")), "参数type无法识别");
  EXPECT_EQ(message(tenant.call("GET", kList)), "参数type无法识别");
  EXPECT_EQ(tenant.call("GET", "/api/openapi/v1.1/docs/getApplyList?type=loan").status, 404);
}

TEST(HesiFlowList, ReadsDatesAsChinaTime) {
  // The drill starts at 2026-09-01 08:00:00 in China; the claim is made ten seconds later.
  Tenant tenant;
  commit_claim(tenant, "A");
  std::string target = kList + "&type=expense&startDate=2026-09-01%2008:00:10";
  EXPECT_EQ(codes(tenant.get(target)), (Codes{"B26000010"}));
  EXPECT_TRUE(codes(tenant.get(target + "&endDate=2026-09-01%2008:00:10")).empty());
  EXPECT_TRUE(codes(tenant.get(kList + "&type=expense&startDate=2026-09-01%2008:00:11")).empty());
  EXPECT_EQ(tenant.call("GET", kList + "&type=expense&startDate=yesterday").status, 400);
}

TEST(HesiFlowList, OrdersByUpdateAndByPayment) {
  Tenant tenant;
  std::string id = commit_claim(tenant, "A");
  commit_claim(tenant, "B");
  tenant.wait(5s);
  decide(tenant, id, kZhou);
  tenant.wait(5s);
  EXPECT_EQ(codes(tenant.get(kList + "&type=expense&uid=" + kLin + "&orderBy=updateTime")).front(),
            "B26000010");
  EXPECT_EQ(tenant.call("GET", kList + "&type=expense&orderBy=payDate").status, 400);
  EXPECT_EQ(
      codes(tenant.get(kList + "&type=expense&orderBy=payDate&startDate=2026-01-01%2000:00:00")),
      (Codes{"B26000001"}));
}

TEST(HesiBacklog, HoldsWhatWaitsForOnePersonNewestTaskFirst) {
  Tenant tenant;
  std::string first = commit_claim(tenant, "A", kAda);
  tenant.wait(3s);
  commit_claim(tenant, "B", kAda);
  tenant.wait(3s);
  const std::string path = "/api/openapi/v1.1/docs/byFlowId/";
  EXPECT_EQ(codes(tenant.get(path + "$" + kBoss)), (Codes{"B26000011", "B26000010"}));
  EXPECT_EQ(codes(tenant.get(path + "%24Kq7DrillCorp00%3AID01estBoss01?index=1&count=1000")),
            (Codes{"B26000010"}));
  EXPECT_TRUE(codes(tenant.get(path + "$" + kZhou)).empty());
  decide(tenant, first, kBoss);
  tenant.wait(3s);
  EXPECT_EQ(codes(tenant.get(path + "$" + kBoss)), (Codes{"B26000011"}));
  EXPECT_EQ(codes(tenant.get(path + "$" + kQin)), (Codes{"B26000010", "B26000002"}));
  EXPECT_EQ(message(tenant.call("GET", path + "$nobody")), "员工不存在");
}

}  // namespace
}  // namespace mayday::hesi_test
