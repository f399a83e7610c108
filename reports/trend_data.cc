#include "trend_data.h"

#include <array>
#include <string_view>

#include "page_data.h"
#include "safe_text.h"
#include "trend_words.h"

namespace mayday {
namespace {

constexpr std::size_t kNames = 48;
constexpr std::size_t kTitles = 200;

constexpr std::array<std::string_view, 15> kWords{
    "score",         "stage.detect",       "stage.locate",   "stage.mitigate",
    "stage.recover", "verdict.pass",       "verdict.fail",   "verdict.inconclusive",
    "verdict.void",  "part.earlier",       "part.later",     "part.unjudged",
    "dots-view",     "part.other-profile", "part.same-drill"};

std::int64_t ms(std::int64_t nanoseconds) { return Duration{nanoseconds} / 1ms; }

json::object took_of(const DrillRecord& drill) {
  json::object out;
  for (const TookRecord& one : drill.took)
    out[clipped(one.what, kNames)] =
        json::object{{"took", ms(one.took.count())}, {"reached", one.reached}};
  return out;
}

json::array drills_of(const Trend& trend) {
  json::array out;
  for (const ListedDrill& drill : trend.drills) {
    std::string when = day_and_minute(drill.when);
    out.push_back(json::object{{"at", drill.when},
                               {"day", when.substr(0, 10)},
                               {"minute", when.substr(11)},
                               {"score", drill.score},
                               {"low", drill.low},
                               {"high", drill.high},
                               {"letter", clipped(drill.letter, 4)},
                               {"verdict", clipped(drill.verdict, kNames)},
                               {"part", drill.part},
                               {"ledger", clipped(drill.ledger, kTitles)},
                               {"took", took_of(drill)}});
  }
  return out;
}

/// Of each figure the two halves' means, points in hundredths and times in milliseconds.
json::object means_of(const Trend& trend) {
  json::object out;
  for (const Shift& shift : trend.changes) {
    bool score = shift.what == "score";
    out[shift.what] =
        json::array{score ? shift.before : ms(shift.before), score ? shift.after : ms(shift.after)};
  }
  return out;
}

}  // namespace

std::string place_of_dots(std::size_t nth) { return "dots-" + std::to_string(nth + 1); }

std::string trend_data(const std::vector<Trend>& scenarios) {
  json::array pictures;
  for (std::size_t i = 0; i < scenarios.size(); ++i)
    pictures.push_back(json::object{{"place", place_of_dots(i)},
                                    {"title", said(scenarios[i].title, kTitles)},
                                    {"drills", drills_of(scenarios[i])},
                                    {"means", means_of(scenarios[i])}});
  return script_safe(
      canonical(json::object{{"scenarios", std::move(pictures)}, {"words", said_words(kWords)}}));
}

}  // namespace mayday
