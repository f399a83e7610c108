#pragma once

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "mayday/desk/desk.h"
#include "mayday/faults/engine.h"
#include "mayday/world/router.h"
#include "mayday/world/virtual_world.h"

namespace mayday {

/// Text of the member that a dotted path leads to: "staff.name".
inline std::string text_at(const json::value& value, std::string_view path) {
  const json::value* at = &value;
  while (at && !path.empty()) {
    std::size_t dot = path.find('.');
    const json::object* object = at->if_object();
    at = object ? object->if_contains(path.substr(0, dot)) : nullptr;
    path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
  }
  if (!at) return "(absent)";
  return at->is_string() ? std::string(at->get_string()) : json::serialize(*at);
}

/// A vendor for tests: keeps what it was asked, and can be slow before and after it acts.
class FakeVendor : public Service {
 public:
  FakeVendor(World& world, Origins& origins) : world_(world), origins_(origins) {}

  Task<Reply> serve(Request request) override {
    std::string path = Target(request.target).path();
    asked.push_back(request.method + " " + path);
    ids.emplace_back(request.headers.get("x-request-id"));
    callers.push_back(origins_.find(ids.back()));
    Duration hold = take(slow_before, path);
    co_await world_.sleep(hold);
    if (broken_paths.count(path) > 0) co_return Reply(Response(503, "{}", "application/json"));
    Response response = handle(request, path);
    hold = take(slow_after, path);
    co_await world_.sleep(hold);
    co_return Reply(std::move(response));
  }

  std::size_t count(std::string_view call) const {
    std::size_t n = 0;
    for (const std::string& one : asked) n += one.find(call) != std::string::npos ? 1U : 0U;
    return n;
  }
  Origin caller_of(std::string_view call) const {
    for (std::size_t i = asked.size(); i-- > 0;)
      if (asked[i].find(call) != std::string::npos) return callers[i];
    return {};
  }

  std::vector<std::string> asked;  ///< "POST /path"
  std::vector<std::string> ids;
  std::vector<Origin> callers;
  /// Path -> how long each of the next calls is held before or after the vendor acts.
  std::map<std::string, std::vector<Duration>> slow_before, slow_after;
  std::set<std::string> broken_paths;

 protected:
  virtual Response handle(const Request& request, const std::string& path) = 0;

 private:
  static Duration take(std::map<std::string, std::vector<Duration>>& held,
                       const std::string& path) {
    std::vector<Duration>& all = held[path];
    if (all.empty()) return 5ms;
    Duration first = all.front();
    all.erase(all.begin());
    return first;
  }

  World& world_;
  Origins& origins_;
};

/// A Hesi that knows two people and keeps documents by outer code.
class FakeHesi final : public FakeVendor {
 public:
  using FakeVendor::FakeVendor;
  static constexpr const char* kV1 = "/api/openapi/v1/auth/getAccessToken";
  static constexpr const char* kV3 = "/auth/openApi/v3/getAccessToken";
  static constexpr const char* kStaff = "/api/openapi/v1/staffs/getStaffIds";
  static constexpr const char* kCreate = "/api/openapi/v2.2/flow/data";

  struct Document {
    std::string id, outer_code, state = "approving";
  };
  std::vector<Document> documents;
  bool upgraded = false;  ///< Only V3 tokens count; others get 200 with 403 in the body.
  std::set<std::string> dead_tokens;  ///< Answered with HTTP 403.
  std::int64_t issued = 0;
  std::int64_t expires_ms = 4'000'000'000'000;

 protected:
  Response handle(const Request& request, const std::string& path) override;

 private:
  Response business(const Request& request, const std::string& path);
  Response create(const Request& request);
  Response backlog() const;
  Response agree(const std::string& path);
  Document* find(std::string_view outer_code);
};

/// For an engine of whose faults nobody keeps a record.
inline FaultNews no_news() {
  return {[](const Fault&) {}, [](const Fault&, const Exchange&, bool) {}, [](const Fault&) {}};
}

/// An estate for one test: a desk, its vendors, virtual time.
class DeskDrill {
 public:
  explicit DeskDrill(DeskPlan settings = {}, std::vector<JourneyPlan> journeys = {});

  /// One call to the desk, run to its end. `session` may be empty.
  Response call(std::string method, std::string target, std::string body = {},
                std::string session = {}, std::string request_id = {});
  json::value json_of(const Response& response) { return json::parse(response.body); }
  std::string log_in(const std::string& code = "D1001", const std::string& client = "pc");
  /// Hands a claim in and returns its order number.
  std::string hand_in(const std::string& session);
  std::string claim_state(const std::string& session, const std::string& claim);
  /// Hesi sends word about a document.
  Response hesi_says(const std::string& flow, const std::string& action);
  /// Runs everything until `d` from now.
  void pass(Duration d);
  DeskReconciliation reconcile();
  std::string log_text();

  VirtualWorld world;
  Origins origins;
  CallIndex calls;
  FakeHesi hesi{world, origins};
  std::vector<std::string> gauges;    ///< "breaker hesi open"
  std::vector<json::object> failing;  ///< Log lines that the drill was told of.
  Plan plan;
  FaultEngine engine;
  std::unique_ptr<Desk> desk;

 private:
  Task<void> ask(Request request, Response& into);
  Task<void> sleep(Duration d);
  Task<void> run_reconciliation(DeskReconciliation& into);
};

}  // namespace mayday
