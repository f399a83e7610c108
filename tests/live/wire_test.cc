#include "wire.h"

#include <gtest/gtest.h>

#include "guard.h"

namespace mayday {
namespace {

TEST(Wire, AFieldCannotEndItsLineEarly) {
  Response response(200);
  response.headers.add("location", "/a\r\nset-cookie: b\r\n\r\n<html>");
  std::string out;
  write(out, response, {});
  EXPECT_EQ(
      out, "HTTP/1.1 200 OK\r\nlocation: /a  set-cookie: b    <html>\r\ncontent-length: 0\r\n\r\n");
}

TEST(Wire, ATargetCannotEndItsLineEarly) {
  Request request("GET", "/a b HTTP/1.1\r\nx: y");
  std::string out;
  write(out, request, "hotel");
  EXPECT_EQ(out, "GET /a%20b%20HTTP/1.1%0D%0Ax:%20y HTTP/1.1\r\nhost: hotel\r\n\r\n");
}

TEST(Wire, TheFramingIsOursWhateverTheMessageSays) {
  Request request("POST", "/", "four");
  request.headers.add("Host", "other");
  request.headers.add("Content-Length", "400");
  request.headers.add("Transfer-Encoding", "chunked");
  request.headers.add("Expect", "100-continue");
  std::string out;
  write(out, request, "hotel");
  EXPECT_EQ(out, "POST / HTTP/1.1\r\nHost: other\r\ncontent-length: 4\r\n\r\nfour");
}

TEST(Wire, AStatusWithoutAPhraseGetsNone) {
  std::string out;
  write(out, Response(297), {});
  EXPECT_EQ(out, "HTTP/1.1 297 \r\ncontent-length: 0\r\n\r\n");
}

TEST(Guard, OnlyTwoFormsOfTargetAreTaken) {
  auto origin = [](std::string target) {
    int status = Guard{}.line("GET", target, 11);
    return status == 0 ? target : std::to_string(status);
  };
  EXPECT_EQ(origin("/a?b"), "/a?b");
  EXPECT_EQ(origin("HTTP://h:1/a"), "/a");
  EXPECT_EQ(origin("http://h"), "/");
  EXPECT_EQ(origin("http://h?b"), "/?b");
  EXPECT_EQ(origin("http:///a"), "400");
  EXPECT_EQ(origin("http://u@h/a"), "400");
  EXPECT_EQ(origin("*"), "400");
  EXPECT_EQ(origin("a"), "400");
  EXPECT_EQ(origin("ftp://h/a"), "400");
}

}  // namespace
}  // namespace mayday
