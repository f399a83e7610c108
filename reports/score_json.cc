#include "mayday/reports/score_json.h"

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <string_view>
#include <type_traits>

#include "json_writer.h"
#include "mayday/reports/figures.h"

namespace mayday {
namespace {

// The scorecard's structs are described, so one walk writes them all: what is added to a struct
// shows up here by itself, and the schema's test then asks for its description. Only units are
// decided here.

enum class Unit { count, points, ppm, per_mille };

/// What a whole number of that name means; scorecard.h gives the same names the same units.
constexpr Unit unit_of(std::string_view member) {
  for (std::string_view name : {"points", "score", "low", "high", "gain"})
    if (member == name) return Unit::points;
  for (std::string_view name :
       {"weight", "value", "loss", "component_value", "quality", "match", "f1"})
    if (member == name) return Unit::ppm;
  return member == "share" ? Unit::per_mille : Unit::count;
}

std::string figure(std::int64_t value, Unit unit) {
  switch (unit) {
    case Unit::count:
      return std::to_string(value);
    case Unit::points:
      return points(value);
    case Unit::ppm:
      return ratio(value);
    case Unit::per_mille:
      return ratio(value * 1000);
  }
  return {};
}

void time(JsonWriter& out, std::string_view name, Instant at) {
  if (at == kNever) return out.null(name);
  out.number(name, seconds(at.since_start));
}

// What has a form of its own, declared ahead so that the walk finds it.
template <class T>
void write(JsonWriter& out, std::string_view name, const T& value);
template <class T>
void write(JsonWriter& out, std::string_view name, const std::vector<T>& values);
void one(JsonWriter& out, std::string_view name, const FaultStamps& fault);
void one(JsonWriter& out, std::string_view name, const Cap& cap);
void one(JsonWriter& out, std::string_view name, const GateResult& gate);

template <class Struct>
void members(JsonWriter& out, const Struct& value) {
  using Members = boost::describe::describe_members<Struct, boost::describe::mod_public>;
  boost::mp11::mp_for_each<Members>(
      [&](auto member) { write(out, member.name, value.*member.pointer); });
}

template <class Struct>
void one(JsonWriter& out, std::string_view name, const Struct& value) {
  out.object(name);
  members(out, value);
  out.end();
}

/// A fault's stamps twice: `seconds` and `clock` to look up by name, `stamps` to read.
void one(JsonWriter& out, std::string_view name, const FaultStamps& fault) {
  out.object(name);
  out.text("fault", fault.fault);
  out.object("seconds");
  for (const Stamp& stamp : fault.stamps) time(out, stamp.name, stamp.at);
  out.end();
  out.object("clock");
  for (const Stamp& stamp : fault.stamps) out.text(stamp.name, clock(stamp.at));
  out.end();
  write(out, "stamps", fault.stamps);
  out.end();
}

void one(JsonWriter& out, std::string_view name, const Cap& cap) {
  out.object(name);
  out.text("name", cap.name);
  out.number("limit", points(cap.limit));
  out.boolean("lowered", cap.lowered);
  write(out, "why", cap.why);
  out.end();
}

/// A gate in the unit that a person thinks in: points, seconds or a count.
void one(JsonWriter& out, std::string_view name, const GateResult& gate) {
  bool timed = gate.name == "recover";
  bool counted = gate.name == "lost_orders";
  auto written = [&](std::string_view key, std::int64_t value, std::int64_t per_point) {
    if (timed) return time(out, key, Instant{Duration{value}});
    out.number(key, counted ? std::to_string(value) : points(value * per_point));
  };
  out.object(name);
  out.text("name", gate.name);
  out.text("unit", timed ? "seconds" : counted ? "count" : "points");
  written("limit", gate.limit, 100);
  written("actual", gate.actual, 1);
  out.boolean("passed", gate.passed);
  write(out, "note", gate.note);
  out.end();
}

template <class T>
void write(JsonWriter& out, std::string_view name, const std::vector<T>& values) {
  out.array(name);
  for (const T& value : values) write(out, {}, value);
  out.end();
}

template <class T>
void write(JsonWriter& out, std::string_view name, const T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    out.boolean(name, value);
  } else if constexpr (std::is_integral_v<T>) {
    if (name == "starts") return out.text(name, rfc3339(std::chrono::seconds{value}));
    if (name == "percentile" && value < 0) return out.null(name);
    out.number(name, figure(value, unit_of(name)));
  } else if constexpr (std::is_same_v<T, std::string>) {
    out.text(name, value);
  } else if constexpr (std::is_same_v<T, Duration>) {
    out.number(std::string(name) + "_seconds", seconds(value));
  } else if constexpr (std::is_same_v<T, Instant>) {
    time(out, name, value);
    out.text(std::string(name) + "_clock", clock(value));
  } else {
    one(out, name, value);
  }
}

}  // namespace

std::string score_json(const Scorecard& card) {
  JsonWriter out;
  one(out, {}, card);
  return std::move(out).done();
}

}  // namespace mayday
