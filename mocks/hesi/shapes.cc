#include "shapes.h"

namespace mayday::hesi {
namespace {

Response json_response(int status, std::string body) {
  return Response(status, std::move(body), "application/json;charset=UTF-8");
}

}  // namespace

Response ok(JsonText&& body) { return json_response(200, body.take()); }

Response error(int status, std::string_view message) {
  JsonText out;
  out.open().number("errorCode", status).text("errorMessage", message);
  out.null("errorDetails").null("code").null("data").close();
  return json_response(status, out.take());
}

Response plain(int status, std::string_view text) {
  return Response(status, std::string(text), "text/plain;charset=UTF-8");
}

Response servlet(int status, std::string_view path) {
  JsonText out;
  out.open().text("servlet", "openapi-servlet");
  out.text("message", status == 404 ? "Not Found" : "Method Not Allowed");
  out.text("url", path).text("status", std::to_string(status)).close();
  return json_response(status, out.take());
}

Response v3_refusal(std::string_view code, std::string_view message) {
  JsonText out;
  out.open().text("code", code).text("msg", message).text("data", "").close();
  return ok(std::move(out));
}

}  // namespace mayday::hesi
