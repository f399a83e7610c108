#include "payment_drill.h"

namespace mayday::payment_tests {
namespace {

TEST(PaymentBody, WrongMembersAreRefused) {
  const std::pair<const char*, const char*> cases[] = {
      {"{", "body_invalid"},
      {"[]", "body_invalid"},
      {R"({"currency":"CNY","order":"T1"})", "field_invalid"},
      {R"({"amount":"0.00","currency":"CNY","order":"T1"})", "amount_invalid"},
      {R"({"amount":"680","currency":"CNY","order":"T1"})", "amount_invalid"},
      {R"({"amount":"-1.00","currency":"CNY","order":"T1"})", "amount_invalid"},
      {R"({"amount":680.00,"currency":"CNY","order":"T1"})", "field_invalid"},
      {R"({"amount":"680.00","currency":"cny","order":"T1"})", "currency_invalid"},
      {R"({"amount":"680.00","currency":"CNY","order":""})", "field_invalid"},
      {R"({"amount":"680.00","currency":"CNY"})", "field_invalid"},
      {R"({"amount":"680.00","currency":"CNY","order":"T1","callback_url":7})", "field_invalid"},
      {R"({"amount":"680.00","currency":"CNY","order":"T1","callback_url":""})", "field_invalid"},
      {R"({"amount":"680.00","currency":"CNY","order":"T1","callback_url":"/hooks"})",
       "callback_url_invalid"},
      {R"({"amount":"680.00","currency":"CNY","order":"T1","callback_url":"ftp://a/b"})",
       "callback_url_invalid"},
      {R"({"amount":"680.00","currency":"CNY","order":"T1","callback_url":"http://u:p@a/b"})",
       "callback_url_invalid"},
  };
  for (const auto& [body, wanted] : cases) {
    PaymentDrill drill;
    EXPECT_EQ(code(drill.caller.call(creation("k", body))), wanted) << body;
    EXPECT_TRUE(drill.payment.books().empty());
  }
}

TEST(PaymentBody, LengthsAreOfCharacters) {
  PaymentDrill drill;
  auto order = [&](int length) {
    std::string name;
    for (int i = 0; i < length; ++i) name += "单";
    return drill.caller.call(
        creation("k", R"({"amount":"1.00","currency":"CNY","order":")" + name + "\"}"));
  };
  EXPECT_EQ(code(order(65)), "field_invalid");
  EXPECT_EQ(order(64).status, 201);
}

TEST(PaymentList, ShowsTheOrdersPaymentsOldestFirst) {
  PaymentDrill drill;
  Response first = drill.caller.call(creation("k1"));
  Response second = drill.caller.call(creation("k2"));
  drill.caller.call(creation("k3", R"({"amount":"1.00","currency":"CNY","order":"T9"})"));
  EXPECT_EQ(drill.get("/v1/payments?order=T1").body,
            R"({"data":[)" + first.body + "," + second.body + R"(],"has_more":false})");
  EXPECT_EQ(drill.get("/v1/payments?order=T0").body, R"({"data":[],"has_more":false})");
}

TEST(PaymentList, IsReadInPages) {
  PaymentDrill drill;
  std::vector<std::string> made;
  for (const char* key : {"a", "b", "c"})
    made.push_back(text_at(drill.caller.call(creation(key)), "/id"));
  Response first = drill.get("/v1/payments?order=T1&limit=2");
  EXPECT_EQ(body_of(first).at("data").as_array().size(), 2U);
  EXPECT_EQ(text_at(first, "/has_more"), "true");
  EXPECT_EQ(text_at(first, "/data/1/id"), made[1]);
  Response next = drill.get("/v1/payments?order=T1&limit=2&after=" + made[1]);
  EXPECT_EQ(text_at(next, "/data/0/id"), made[2]);
  EXPECT_EQ(text_at(next, "/has_more"), "false");
  EXPECT_EQ(drill.get("/v1/payments?order=T1&after=" + made[2]).body,
            R"({"data":[],"has_more":false})");
}

TEST(PaymentList, WrongParametersAreRefused) {
  PaymentDrill drill;
  drill.caller.call(creation("k"));
  EXPECT_EQ(code(drill.get("/v1/payments")), "parameter_missing");
  for (const char* wrong : {"limit=0", "limit=101", "limit=", "limit=ten", "after=pay_x"})
    EXPECT_EQ(code(drill.get("/v1/payments?order=T1&" + std::string(wrong))), "parameter_invalid")
        << wrong;
}

}  // namespace
}  // namespace mayday::payment_tests
