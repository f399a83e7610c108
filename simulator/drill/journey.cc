#include "mayday/drill/journey.h"

#include <algorithm>
#include <optional>

#include "mayday/base/draw.h"
#include "mayday/base/hex.h"
#include "mayday/base/json_path.h"
#include "mayday/base/parsed_json.h"

namespace mayday {
namespace {

bool holds(const std::vector<int>& statuses, int status) {
  return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

/// Whether the text at the match's path is its value, or one of its values "a|b", or with "!a" any
/// other text.
bool matches(const json::value& answer, const NameValue& match) {
  std::string actual = text_at(answer, match.name);
  std::string_view wanted = match.value;
  if (wanted.starts_with('!')) return !actual.empty() && actual != wanted.substr(1);
  for (;;) {
    std::size_t bar = wanted.find('|');
    if (actual == wanted.substr(0, bar)) return true;
    if (bar == std::string_view::npos) return false;
    wanted.remove_prefix(bar + 1);
  }
}

bool any_matches(const json::value& answer, const std::vector<NameValue>& all) {
  return std::any_of(all.begin(), all.end(),
                     [&](const NameValue& match) { return matches(answer, match); });
}

bool all_match(const json::value& answer, const std::vector<NameValue>& all) {
  return std::all_of(all.begin(), all.end(),
                     [&](const NameValue& match) { return matches(answer, match); });
}

bool wants_answer(const Step& step) {
  return !step.keep.empty() || !step.until.empty() || !step.refused_when.empty() ||
         !step.alternative_when.empty();
}

/// An id of the kind such systems make: says nothing of what it numbers.
std::string request_id(const std::string& call) { return "tr-" + hex(draw(0, "request-id", call)); }

class Walk {
 public:
  Walk(Road road, Duration patience, Traveller traveller)
      : road_(road), patience_(patience), traveller_(std::move(traveller)) {}

  Task<JourneyEnd> all(const std::vector<Step>& steps) {
    for (const Step& step : steps) {
      std::optional<JourneyEnd> end = co_await repeat(step);
      if (end) co_return std::move(*end);
    }
    JourneyEnd done;
    if (alternative_) done.path = "alternative";
    co_return done;
  }

 private:
  /// One step, as often as it takes. Nothing: the journey goes on.
  Task<std::optional<JourneyEnd>> repeat(const Step& step) {
    Instant until = road_.world.now() + step.at_most;
    for (;;) {
      CallResult result = co_await call(step);
      std::optional<JourneyEnd> end = judge(step, result);
      bool given_up = !end && !settled_ && road_.world.now() + step.every > until;
      if (given_up) end = JourneyEnd("failed", step.function);
      // Whatever its status: the traveller got no further because of this very answer.
      if (end && end->outcome != "refused") road_.calls.failing(latest_call_, end->outcome);
      if (end || settled_) co_return end;
      co_await road_.world.sleep(step.every);
    }
  }

  Task<CallResult> call(const Step& step) {
    Request request(step.method, traveller_.fill(step.target, true));
    for (const NameValue& header : step.headers)
      request.headers.add(header.name, traveller_.fill(header.value, false));
    if (!step.body.empty()) {
      request.body = traveller_.fill(step.body, false);
      request.headers.add("content-type", "application/json");
    }
    Origin origin;
    origin.journeys = traveller_.journeys;
    origin.staff = traveller_.staff;
    origin.department = traveller_.department;
    origin.client = traveller_.client;
    origin.key = traveller_.name + "/" + step.name + "/" + std::to_string(++calls_made_);
    std::string id = request_id(origin.key);
    latest_call_ = id;
    request.headers.add("x-request-id", id);
    road_.origins.add(id, std::move(origin));
    Instant began = road_.world.now();
    road_.calls.began(id, Member::desk, step.name, began);
    CallResult result = co_await road_.world.call(Member::desk, std::move(request), patience_);
    road_.origins.forget(id);
    note(step, id, result, began);
    co_return result;
  }

  void note(const Step& step, const std::string& id, const CallResult& result, Instant began) {
    std::string outcome =
        result ? std::to_string(result->status) : std::string(to_text(result.error()));
    if (!result || result->status >= 500) road_.calls.failing(id, outcome);
    road_.calls.ended(Member::desk, step.name, outcome, road_.world.now() - began);
  }

  /// What the answer means for the journey; sets `settled_` when the step is over.
  std::optional<JourneyEnd> judge(const Step& step, const CallResult& result) {
    settled_ = true;
    bool write = step.method != "GET";
    if (!result) {
      if (result.error() == CallError::refused || !write)
        return JourneyEnd("failed", step.function);
      return JourneyEnd(step.function == "login" ? "failed" : "unknown", step.function);
    }
    if (holds(step.refused, result->status)) return JourneyEnd("refused", "");
    if (holds(step.unknown, result->status)) return JourneyEnd("unknown", step.function);
    if (!holds(step.expect, result->status)) return JourneyEnd("failed", step.function);
    if (!wants_answer(step)) return std::nullopt;
    ParsedJson parsed(result->body);
    if (!parsed.good()) return JourneyEnd("failed", step.function);
    const json::value& answer = parsed.value();
    if (any_matches(answer, step.refused_when)) return JourneyEnd("refused", "");
    settled_ = all_match(answer, step.until);
    if (settled_ && any_matches(answer, step.alternative_when)) alternative_ = true;
    for (const NameValue& kept : step.keep) {
      std::string value = text_at(answer, kept.value);
      if (settled_ && value.empty()) return JourneyEnd("failed", step.function);
      traveller_.keep(kept.name, std::move(value));
    }
    return std::nullopt;
  }

  Road road_;
  Duration patience_;
  Traveller traveller_;
  int calls_made_ = 0;
  std::string latest_call_;  // its request id
  bool settled_ = false;
  bool alternative_ = false;
};

}  // namespace

Task<JourneyEnd> walk(Road road, const std::vector<Step>& steps, Duration patience,
                      Traveller traveller) {
  Walk walk(road, patience, std::move(traveller));
  JourneyEnd end = co_await walk.all(steps);
  co_return end;
}

}  // namespace mayday
