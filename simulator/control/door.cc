#include "mayday/control/door.h"

#include <boost/json/parse.hpp>
#include <utility>

namespace mayday {

Response json_answer(int status, const json::object& body) {
  std::string text = canonical(body);
  text += '\n';
  Response response(status, std::move(text), "application/json");
  response.headers.add("cache-control", "no-store");
  response.headers.add("x-content-type-options", "nosniff");
  return response;
}

Response error_answer(int status, std::string_view message) {
  return json_answer(status, {{"error", message}});
}

std::string_view bearer(const Request& request) {
  std::string_view value = request.headers.get("authorization");
  constexpr std::string_view kScheme = "Bearer ";
  if (!value.starts_with(kScheme)) return {};
  return value.substr(kScheme.size());
}

bool same_secret(std::string_view a, std::string_view b) {
  unsigned differences = a.size() == b.size() ? 0U : 1U;
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
    differences |=
        static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
  return differences == 0;
}

std::optional<Response> refuse_at_door(const Request& request, const std::string& token) {
  std::string_view given = bearer(request);
  if (given.empty()) {
    Response response = error_answer(401, "this door needs Authorization: Bearer TOKEN");
    response.headers.add("www-authenticate", "Bearer");
    return response;
  }
  if (token.empty() || !same_secret(given, token))
    return error_answer(403, "this token does not open this door");
  if (request.headers.has("origin"))
    return error_answer(403, "this door does not answer web pages");
  if (request.method != "GET" && request.method != "HEAD") {
    // No web page can send either without asking first, which nobody here grants.
    std::string_view type = request.headers.get("content-type");
    type = type.substr(0, type.find(';'));
    if (type != "application/json" && type != "application/yaml")
      return error_answer(415,
                          "send Content-Type: application/json (or, for a fault, "
                          "application/yaml)");
  }
  return std::nullopt;
}

Response refuse_unread(int status) {
  switch (status) {
    case 408:
      return error_answer(status, "the request took too long to arrive");
    case 413:
      return error_answer(status, "the body is larger than this door takes");
    case 431:
      return error_answer(status, "the header is larger than this door takes");
    default:
      return error_answer(status, "this is not an HTTP/1.1 request that can be taken");
  }
}

std::optional<json::object> body_object(const Request& request) {
  boost::system::error_code error;
  json::value value = json::parse(request.body, error);
  if (error || !value.is_object()) return std::nullopt;
  return std::move(value.get_object());
}

}  // namespace mayday
