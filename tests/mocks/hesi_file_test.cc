#include <gtest/gtest.h>

#include "hesi_tenant.h"

namespace mayday::hesi_test {
namespace {

std::string part(const std::string& name, const std::string& content,
                 const std::string& more = "") {
  return "--cut\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n" +
         content + "\r\n";
}

Exchange uploading(Tenant& tenant, std::string body,
                   const std::string& type = "multipart/form-data; boundary=cut") {
  Exchange x = tenant.exchange(
      "POST", "/api/openapi/v2/attachment/upload?accessToken=" + tenant.token(), std::move(body));
  x.request.headers.add("content-type", type);
  return x;
}

Response upload(Tenant& tenant, std::string body,
                const std::string& type = "multipart/form-data; boundary=cut") {
  Exchange x = uploading(tenant, std::move(body), type);
  return tenant.run(x);
}

std::string file(const std::string& content) {
  return part("file", content, "; filename=\"r.pdf\"\r\nContent-Type: application/pdf");
}

TEST(HesiUpload, NamesEachFileItself) {
  Tenant tenant;
  json::object one =
      Tenant::object(upload(tenant, part("name", "receipt.pdf") + file("x--cut\r\ny") + "--cut--"))
          .at("value")
          .as_object();
  EXPECT_EQ(text(one.at("fileName")), "receipt.pdf");
  EXPECT_FALSE(one.at("empty").as_bool());
  EXPECT_TRUE(text(one.at("key")).ends_with("-receipt.pdf"));
  json::object other =
      Tenant::object(upload(tenant, file("") + part("name", "receipt.pdf") + "--cut--\r\n",
                            "Multipart/Form-Data; charset=utf-8; Boundary=\"cut\""))
          .at("value")
          .as_object();
  EXPECT_TRUE(other.at("empty").as_bool());
  EXPECT_NE(one.at("fileId"), other.at("fileId"));
}

TEST(HesiUpload, RefusesNamesAndFormsThatAreNone) {
  Tenant tenant;
  for (const char* name : {"", "receipt", ".pdf", "receipt.", "a/b.pdf", "a?.pdf", "a|b.pdf"})
    EXPECT_EQ(upload(tenant, part("name", name) + file("x") + "--cut--").status, 400) << name;
  EXPECT_EQ(upload(tenant, file("x") + "--cut--").status, 400);
  EXPECT_EQ(upload(tenant, part("name", "a.pdf") + part("flie", "x") + "--cut--").status, 412);
  std::string good = part("name", "a.pdf") + file("x") + "--cut--";
  for (std::size_t size = 0; size < good.size(); ++size)
    EXPECT_NE(upload(tenant, good.substr(0, size)).status, 200) << size;
  for (const char* type : {"", "application/json", "multipart/form-data",
                           "multipart/form-data; boundary=", "multipart/form-data; boundary=\"cut"})
    EXPECT_EQ(upload(tenant, good, type).status, 412) << type;
}

TEST(HesiUpload, HasTwoLimitsOfSize) {
  Tenant tenant;
  constexpr std::size_t kMax = 31'457'280;
  auto sized = [&](std::size_t size) {
    std::string body = part("name", "a.pdf") + file("");
    body.reserve(body.size() + size + 8);
    body.insert(body.size() - 2, size, 'x');  // before the line's end
    body += "--cut--";
    Exchange x = uploading(tenant, std::move(body));
    return tenant.answer(x);  // too large to be recorded
  };
  EXPECT_EQ(sized(kMax).status, 200);
  EXPECT_EQ(sized(kMax + 1).status, 412);
  Response gateway = sized(2 * kMax);
  EXPECT_EQ(gateway.status, 413);
  EXPECT_EQ(gateway.body, "413 Request Entity Too Large");
}

TEST(HesiInvoices, AreFoundThroughTheirDocuments) {
  Tenant tenant;
  const std::string path = "/api/openapi/v2/extension/flow/INVOICE/search";
  json::object found = tenant.post(
      path, R"({"type":"code","codeOrIds":["B26000001","B26000002","B26000001","none"]})");
  ASSERT_EQ(found.at("value").as_object().size(), 1U);
  EXPECT_EQ(text(found.at("value").at("B26000001").at(0).at("invoiceItemId").at(0)),
            "ID01drInvItem1");
  EXPECT_TRUE(
      tenant.post(path, R"({"type":"id","codeOrIds":["none"]})").at("value").as_object().empty());
  EXPECT_EQ(tenant.call("POST", path, R"({"type":"name","codeOrIds":[]})").status, 400);
  EXPECT_EQ(tenant.call("POST", path, "").status, 400);
}

TEST(HesiInvoices, AreReadByIdByCodeOrPageByPage) {
  Tenant tenant;
  auto search = [&](const std::string& body, const std::string& family = "invoice") {
    return tenant.call("POST", "/api/openapi/v2/extension/INVOICE/object/" + family + "/search",
                       body);
  };
  auto count = [&](const std::string& body) {
    return Tenant::object(search(body)).at("items").as_array().size();
  };
  EXPECT_EQ(count(R"({"ids":["Kq7DrillCorp00:044002600111:90000001"]})"), 1U);
  EXPECT_EQ(count(R"({"ids":["none"],"codes":["044002600111:90000001"]})"), 0U);  // ids go first
  EXPECT_EQ(count(R"({"ids":[],"codes":["044002600111:90000001"]})"), 1U);
  EXPECT_EQ(count(R"({"index":1,"count":10})"), 1U);
  EXPECT_EQ(count(R"({"index":2,"count":10})"), 0U);
  EXPECT_EQ(search(R"({"index":0,"count":10})").status, 400);
  EXPECT_EQ(search("{}").status, 400);
  EXPECT_EQ(search("").status, 400);
  EXPECT_EQ(search(R"({"index":1,"count":10})", "ship").status, 400);
  EXPECT_EQ(search(R"({"index":1,"count":10})", "train").status, 200);
}

}  // namespace
}  // namespace mayday::hesi_test
