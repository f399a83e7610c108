#include "mayday/control/fault_routes.h"

#include "mayday/base/input_error.h"
#include "mayday/control/door.h"
#include "mayday/world/router.h"

namespace mayday {
namespace {

constexpr std::string_view kFaults = "/v1/faults";
constexpr std::string_view kCues = "/v1/cues/";

std::string_view state_of(const Fault& fault) {
  if (fault.active()) return "active";
  return fault.over() ? "ended" : "waiting";
}

/// What follows the prefix and a slash, decoded.
std::string rest(std::string_view path, std::string_view prefix) {
  path.remove_prefix(prefix.size());
  if (path.starts_with('/')) path.remove_prefix(1);
  return decode(path);
}

}  // namespace

bool FaultRoutes::knows(std::string_view path) {
  return path == kFaults || path.starts_with("/v1/faults/") || path.starts_with(kCues) ||
         path == "/v1/stop" || path == "/v1/release";
}

Response FaultRoutes::answer(const Request& request, std::string_view path) {
  bool post = request.method == "POST";
  if (path == "/v1/stop" && post) return stop(true);
  if (path == "/v1/release" && post) return stop(false);
  if (path.starts_with(kCues) && post) return cue(rest(path, kCues));
  if (path == kFaults && post) return add(request.body);
  if (path == kFaults && request.method == "GET")
    return json_answer(200, {{"faults", list()}, {"stopped", drill_.engine().stopped()}});
  if (path.starts_with(kFaults) && request.method == "DELETE") return heal(rest(path, kFaults));
  return error_answer(405,
                      "faults are listed with GET /v1/faults, added with POST /v1/faults, ended "
                      "with DELETE /v1/faults/ID; POST /v1/cues/ID, /v1/stop and /v1/release");
}

json::array FaultRoutes::list() const {
  json::array faults;
  for (const auto& fault : drill_.engine().faults())
    faults.push_back(json::object{{"id", fault->plan.id},
                                  {"vendor", to_text(fault->plan.vendor)},
                                  {"effect", fault->plan.effect.name()},
                                  {"state", state_of(*fault)},
                                  {"active", fault->active()},
                                  {"bites", fault->bites},
                                  {"ended_by", fault->ended_by}});
  return faults;
}

Response FaultRoutes::add(const std::string& text) {
  if (drill_.engine().stopped())
    return error_answer(
        409, "the emergency stop holds; first `mayday fault release`, or POST /v1/release");
  try {
    FaultPlan plan = hands_.read(text);
    std::string id = plan.id;
    drill_.add_fault(std::move(plan));
    return json_answer(201, {{"id", id}});
  } catch (const InputError& error) {
    return error_answer(400, error.what());
  }
}

Response FaultRoutes::heal(const std::string& id) {
  if (drill_.engine().heal(id, "heal")) return json_answer(200, {{"healed", id}});
  return error_answer(404, "no fault \"" + id +
                               "\" is active or still to come; `mayday fault list`, or "
                               "GET /v1/faults, lists them");
}

Response FaultRoutes::cue(const std::string& id) {
  if (drill_.engine().happened({Occasion::Kind::cue, id, {}}))
    return json_answer(200, {{"cued", id}});
  return error_answer(404, "no fault \"" + id +
                               "\" waits for a cue; `mayday fault list`, or GET /v1/faults, "
                               "lists them");
}

Response FaultRoutes::stop(bool holds) {
  if (holds)
    drill_.emergency_stop();
  else
    drill_.release();
  hands_.keep_stop(holds);
  return json_answer(200, {{"done", true}});
}

}  // namespace mayday
