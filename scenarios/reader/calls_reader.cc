#include "calls_reader.h"

#include <algorithm>

#include "fields.h"
#include "mayday/contracts/contracts.h"
#include "scalars.h"

namespace mayday::reader {
namespace {

/// What the desk serves; it has no contract. A test holds this to its own table.
constexpr struct {
  const char* method;
  std::string_view path;
  std::string_view operation;
} kDesk[] = {
    {"POST", "/api/login", "logIn"},
    {"POST", "/api/claims", "handInClaim"},
    {"GET", "/api/claims/{claim}", "showClaim"},
    {"POST", "/api/approvals", "approve"},
    {"GET", "/api/flights", "searchFlights"},
    {"GET", "/api/hotels", "searchHotels"},
    {"POST", "/api/trips", "bookTrip"},
    {"POST", "/api/trips/{trip}/pay", "payTrip"},
    {"GET", "/api/trips/{trip}", "showTrip"},
    {"GET", "/api/budget", "showBudget"},
    {"GET", "/static/app.js", "openPage"},
    {"POST", "/hooks/hesi", "receiveMessage"},
};

std::vector<ContractRoute> routes_of(Member vendor) {
  if (vendor != Member::desk) return contract_routes(vendor);
  std::vector<ContractRoute> routes;
  for (const auto& [method, path, operation] : kDesk) routes.push_back({method, path, operation});
  return routes;
}

/// What comes before the next slash, which is taken off.
std::string_view take_part(std::string_view& path) {
  std::string_view part = path.substr(0, path.find('/'));
  path.remove_prefix(std::min(part.size() + 1, path.size()));
  return part;
}

/// A part in braces stands for any value, whatever it is called; so does "*" for one in braces.
bool same_path(std::string_view written, std::string_view path) {
  auto open = [](std::string_view part) { return part.find('{') != std::string_view::npos; };
  if (std::count(written.begin(), written.end(), '/') != std::count(path.begin(), path.end(), '/'))
    return false;
  while (!path.empty()) {
    std::string_view part = take_part(path);
    std::string_view ours = take_part(written);
    if (part != ours && !(open(part) && (open(ours) || ours == "*"))) return false;
  }
  return written.empty();
}

/// "POST", "" and "/v1/payments": the method may be left out.
struct Call {
  std::string_view method;
  std::string_view path;
};

Call split(const Node& node) {
  std::string_view text = read_scalar(node, "a call");
  std::size_t space = text.find(' ');
  Call call{"", text};
  if (space != std::string_view::npos) call = {text.substr(0, space), text.substr(space + 1)};
  if (!call.path.starts_with('/') || call.path.find_first_of(" ?") != std::string_view::npos)
    node.fail(quote(text) + " is not a call; write method and path, like 'GET /v1/payments/{id}'");
  return call;
}

[[noreturn]] void fail_unknown(const Node& node, Member vendor, const Call& call,
                               const std::vector<ContractRoute>& routes) {
  std::vector<std::string> methods, calls;
  for (const ContractRoute& route : routes) {
    if (same_path(call.path, route.path)) methods.push_back(route.method);
    std::string method = call.method.empty() ? "" : route.method + " ";
    calls.push_back(method + std::string(route.path));
  }
  std::string whose(to_text(vendor));
  if (!methods.empty())
    node.fail(whose + " answers " + enumerate(Names(methods.begin(), methods.end())) +
              " at this path, not " + quote(call.method));
  node.fail("no operation of " + whose + " is called as " + quote(node.text) +
            suggestion(node.text, Names(calls.begin(), calls.end())));
}

void add(const Node& node, std::string_view operation, std::vector<std::string>& operations) {
  if (std::find(operations.begin(), operations.end(), operation) != operations.end())
    node.fail("the operation " + quote(operation) + " stands here a second time");
  operations.emplace_back(operation);
}

}  // namespace

std::vector<std::string> read_calls(const Node& node, Member vendor) {
  std::vector<ContractRoute> routes = routes_of(vendor);
  std::vector<std::string> operations;
  for (const Node* item : one_or_many(node)) {
    Call call = split(*item);
    std::size_t before = operations.size();
    for (const ContractRoute& route : routes)
      if ((call.method.empty() || call.method == route.method) && same_path(call.path, route.path))
        add(*item, route.operation, operations);
    if (operations.size() == before) fail_unknown(*item, vendor, call, routes);
  }
  if (operations.empty()) node.fail("name at least one call, or leave the key out");
  return operations;
}

}  // namespace mayday::reader
