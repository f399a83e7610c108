#include "mayday/scoring/trail.h"

#include <algorithm>
#include <boost/system/system_error.hpp>
#include <string>

#include "mayday/base/input_error.h"
#include "mayday/scoring/score.h"

namespace mayday {
namespace {

/// Files the event when its kind is the body's.
template <class Body>
bool file(const Event& event, std::vector<At<Body>>& to) {
  if (event.kind != Body::kKind) return false;
  to.push_back({event.t, as<Body>(event)});
  return true;
}

void sort_one(const Event& event, Trail& to) {
  to.last = std::max(to.last, event.t);
  if (event.kind == events::Pause::kKind) ++to.pauses;
  if (event.kind == events::Close::kKind) to.closed = as<events::Close>(event).why;
  file(event, to.journeys) || file(event, to.gauges) || file(event, to.bits) ||
      file(event, to.armed) || file(event, to.ended) || file(event, to.alerts) ||
      file(event, to.actions) || file(event, to.vendors) || file(event, to.injects) ||
      file(event, to.regressions) || file(event, to.reconciled) || file(event, to.books) ||
      file(event, to.slips);
}

/// Before anything is read of it: another form may hold anything.
void check_form(const json::object& open) {
  const json::value* format = open.if_contains("format");
  const json::value* model = open.if_contains("model");
  if (format == nullptr || *format != events::Open{}.format)
    throw InputError("this ledger is of another format; score it with the Mayday that wrote it");
  if (model == nullptr || *model != json::string_view(kScoringModel))
    throw InputError("this ledger was written for another scoring model; this one is " +
                     std::string(kScoringModel));
}

/// What the chain of hashes cannot show: a line that never was of its kind's form.
[[noreturn]] void refuse_line(std::size_t line, const Event& event) {
  throw InputError("line " + std::to_string(line) + " of the ledger is no \"" + event.kind +
                   "\" event: a member is missing, is one too many, or is of another form");
}

}  // namespace

Trail sort_events(const std::vector<Event>& events) {
  if (events.empty() || events.front().kind != events::Open::kKind)
    throw InputError("a ledger starts with an \"open\" event; this one does not");
  Trail trail;
  check_form(events.front().body);
  std::size_t line = 0;
  try {
    trail.open = as<events::Open>(events.front());
    for (; line < events.size(); ++line) sort_one(events[line], trail);
  } catch (const boost::system::system_error&) {
    refuse_line(line + 1, events[line]);
  }
  return trail;
}

bool bitten_by(const events::Journey& journey, const std::string& fault) {
  return std::find(journey.bites.begin(), journey.bites.end(), fault) != journey.bites.end();
}

bool tells_about(const events::Journey& journey, const std::string& fault) {
  return journey.bites.empty() || bitten_by(journey, fault);
}

}  // namespace mayday
