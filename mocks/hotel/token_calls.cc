#include "token_calls.h"

#include "mayday/base/json_text.h"
#include "wire.h"

namespace mayday::hotel {
namespace {

Response token_refusal(const Door& door, const Stamp& stamp, int status, std::string_view error,
                       std::string_view text) {
  std::string body;
  append(body, R"({"error":")", error, R"(","error_description":")", text,
         R"(","code":38187,"title":"Invalid parameters"})");
  return door.token_answer(stamp, status, std::move(body));
}

}  // namespace

Handled create_token(const Door& door, Tokens& tokens, const Exchange& x, Instant now) {
  Stamp stamp(x);
  Target form("?" + x.request.body);  // a form has a query's syntax
  if (form.query("grant_type") != "client_credentials")
    return token_refusal(door, stamp, 400, "unsupported_grant_type",
                         "The grant type must be client_credentials");
  std::string_view client = form.query("client_id");
  if (client.empty() || form.query("client_secret").empty())
    return token_refusal(door, stamp, 400, "invalid_request", "Client id or secret is missing");
  if (!Tokens::knows(client, form.query("client_secret"))) return token_failure(door, x, 401);
  return door.token_answer(stamp, 200, token_text(tokens.issue(client, now), now));
}

Handled get_token_info(const Door& door, const Tokens& tokens, const Exchange& x, Instant now) {
  Stamp stamp(x);
  const Token* token = tokens.find(x.values.at(0));
  if (token == nullptr)
    return door.refuse(stamp, {404, 1797, "NOT FOUND", "There is no such token", {}, {}});
  return door.token_answer(stamp, 200, token_text(*token, now));
}

Response token_failure(const Door& door, const Exchange& x, int status) {
  if (status == 400)
    return token_refusal(door, Stamp(x), status, "invalid_request", "The request is not valid");
  return token_refusal(door, Stamp(x), status, "invalid_client",
                       "No client has this id and secret");
}

}  // namespace mayday::hotel
