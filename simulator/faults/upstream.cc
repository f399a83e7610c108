#include "mayday/faults/upstream.h"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace mayday {
namespace {

namespace beast = boost::beast;

/// Longer than any official client waits: the airline's documentation asks for 130 s.
constexpr Duration kPatience = 135s;

/// Fields about one connection, which is not the other one.
constexpr std::string_view kOneHop[] = {"connection",
                                        "keep-alive",
                                        "proxy-connection",
                                        "te",
                                        "trailer",
                                        "transfer-encoding",
                                        "upgrade",
                                        "proxy-authorization",
                                        "proxy-authenticate",
                                        "expect"};

bool is_of_one_hop(std::string_view name, std::string_view connection) {
  for (std::string_view known : kOneHop)
    if (beast::iequals(name, known)) return true;
  return beast::http::token_list(connection).exists(name);
}

Headers end_to_end(const Headers& all) {
  std::string_view connection = all.get("connection");
  Headers kept;
  for (const auto& [name, value] : all)
    if (!is_of_one_hop(name, connection)) kept.add(name, value);
  return kept;
}

}  // namespace

Upstream::Upstream(World& world, Peer to, Record record)
    : world_(&world), to_(std::move(to)), record_(std::move(record)) {}

Task<Response> Upstream::forward(Exchange& x, const Vendor& vendor) {
  Request onward(x.request.method, x.request.target, x.request.body);
  onward.headers = end_to_end(x.request.headers);
  onward.headers.set("host", to_.outside()->authority);
  CallResult result = co_await world_->call(to_, onward, kPatience);
  if (record_) record_(x, onward, result);
  if (!result) co_return vendor.failure(x, result.error() == CallError::timed_out ? 504 : 502);
  Response answer(result->status, std::move(result->body));
  answer.headers = end_to_end(result->headers);
  co_return answer;
}

}  // namespace mayday
