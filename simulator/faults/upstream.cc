#include "mayday/faults/upstream.h"

#include <string>
#include <string_view>
#include <utility>

namespace mayday {
namespace {

/// Longer than any official client waits: the airline's documentation asks for 130 s.
constexpr Duration kPatience = 135s;

/// Fields between a client and a proxy. What is about one connection the worlds take out
/// themselves.
constexpr std::string_view kOneHop[] = {"te", "proxy-authorization", "proxy-authenticate"};

Headers end_to_end(Headers headers) {
  for (std::string_view name : kOneHop) headers.remove(name);
  return headers;
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
