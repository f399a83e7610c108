#include "mayday/reports/earlier_run.h"

#include <boost/json/parse.hpp>
#include <boost/system/system_error.hpp>
#include <cmath>
#include <stdexcept>

#include "mayday/base/input_error.h"
#include "mayday/base/json.h"

namespace mayday {
namespace {

std::string text(const json::value& from, std::string_view name) {
  return std::string(from.at(name).as_string());
}

/// A decimal of the file times `scale`, rounded at once. What would not fit drill time is refused.
std::int64_t whole(const json::value& decimal, double scale) {
  double value = decimal.to_number<double>() * scale;
  if (!(std::abs(value) < 9e12)) throw std::invalid_argument("a number is out of range");
  return std::llround(value);
}

std::int64_t hundredths(const json::value& from, std::string_view name) {
  return whole(from.at(name), 100);
}

EarlierRun::Fault fault(const json::value& from) {
  EarlierRun::Fault out;
  out.id = text(from, "fault");
  for (const auto& [name, value] : from.at("seconds").as_object())
    if (!value.is_null())
      out.stamps[std::string(name)] = Instant{Duration{1ms} * whole(value, 1000)};
  return out;
}

EarlierRun read(const json::value& from) {
  EarlierRun run;
  run.scenario = text(from, "scenario");
  run.model = text(from, "model");
  run.profile = text(from, "profile");
  run.world = text(from, "world");
  run.starts = text(from, "starts");
  run.verdict = text(from, "verdict");
  run.letter = text(from, "letter");
  run.seed = from.at("seed").to_number<std::int64_t>();
  run.score = hundredths(from, "score");
  run.low = hundredths(from, "low");
  run.high = hundredths(from, "high");
  for (const json::value& bar : from.at("dimensions").as_array())
    run.bars.push_back({text(bar, "id"), bar.at("applies").as_bool(), hundredths(bar, "points")});
  for (const json::value& one : from.at("timestamps").as_array()) run.faults.push_back(fault(one));
  return run;
}

}  // namespace

EarlierRun earlier_run(std::string_view score_json, std::string read_from) {
  try {
    EarlierRun run = read(json::parse(score_json));
    run.read_from = std::move(read_from);
    return run;
  } catch (const std::exception&) {  // whichever way it is none, the answer is the same
    throw InputError(read_from + ": is no score.json of a drill");
  }
}

}  // namespace mayday
