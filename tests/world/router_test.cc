#include "mayday/world/router.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mayday {
namespace {

using ::testing::ElementsAre;

class RouterTest : public ::testing::Test {
 protected:
  Router router;
  int detail = router.add("GET", "/v1/docs/byFlowId/${approverId}");
  int batch = router.add("POST", "/v1/backlog/data/[{flowIds}]");
  int result = router.add("GET", "/v1/backlog/data/result");
  int order = router.add("GET", "/orders/{id}");
  int search = router.add("GET", "/orders/search");
};

TEST_F(RouterTest, LiteralSignsArriveRawOrEncoded) {
  RouteMatch raw = router.match("GET", "/v1/docs/byFlowId/$corp:ID01");
  EXPECT_EQ(raw.route, detail);
  EXPECT_THAT(raw.values, ElementsAre("corp:ID01"));
  RouteMatch encoded = router.match("POST", "/v1/backlog/data/%5BA%2CB%5D");
  EXPECT_EQ(encoded.route, batch);
  EXPECT_THAT(encoded.values, ElementsAre("A,B"));
}

TEST_F(RouterTest, ALiteralWinsOverAParameter) {
  EXPECT_EQ(router.match("GET", "/orders/search").route, search);
  EXPECT_EQ(router.match("GET", "/orders/search/").route, search);
  EXPECT_EQ(router.match("GET", "/orders/x").route, order);
}

TEST_F(RouterTest, TellsAWrongMethodFromAnUnknownPath) {
  EXPECT_TRUE(router.match("DELETE", "/orders/x").path_known);
  EXPECT_FALSE(router.match("GET", "/elsewhere").path_known);
  EXPECT_EQ(router.match("GET", "/orders/%2Fetc").route, order);
}

TEST(TargetTest, TakesTheQueryApartAndDecodesIt) {
  Target target("/a/b?accessToken=x%3Ay&empty=&flag&plus=a+b");
  EXPECT_EQ(target.path(), "/a/b");
  EXPECT_EQ(target.query("accessToken"), "x:y");
  EXPECT_TRUE(target.has("empty"));
  EXPECT_TRUE(target.has("flag"));
  EXPECT_FALSE(target.has("none"));
  EXPECT_EQ(target.query("plus"), "a b");
  EXPECT_EQ(decode(encode("中文 $[]:/?")), "中文 $[]:/?");
  EXPECT_EQ(decode("100%"), "100%");
}

}  // namespace
}  // namespace mayday
