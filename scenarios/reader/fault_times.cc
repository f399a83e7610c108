#include "fault_times.h"

#include "durations.h"
#include "occasion_reader.h"

namespace mayday::reader {
namespace {

constexpr Duration kBaseline = 5min;

/// A time of the drill, like `at`.
Instant read_observable(const Node& node, const FaultPlan& fault, Duration length) {
  Instant at{read_duration(node)};
  if (fault.at != kNever && at < fault.at)
    node.fail("nothing can be observed of this fault before it begins at " +
              to_text(fault.at.since_start));
  if (at.since_start >= length)
    node.fail("the drill ends at " + to_text(length) + ", before this could be observed");
  return at;
}

Instant read_beginning(const Node& at, const FaultContext& context) {
  Duration begins = read_duration(at);
  Duration length = context.plan.length;
  if (context.now && Instant{begins} < *context.now)
    at.fail("it is " + to_text(context.now->since_start) +
            " into the drill already; leave 'at' out for now");
  if (!context.now && begins < kBaseline)
    at.fail(
        "no fault begins before 5m: the first five minutes are what the rest is measured against");
  if (begins >= length)
    at.fail("this fault begins at " + to_text(begins) + ", but the drill ends at " +
            to_text(length));
  return Instant{begins};
}

void check_end(const Node& most, const FaultPlan& fault, Duration length) {
  if (length == kForever) return;
  if (fault.at == kNever && fault.at_most > length)
    most.fail("at most " + to_text(fault.at_most) +
              " long, this fault could outlast the drill of " + to_text(length));
  if (fault.at != kNever && fault.at.since_start + fault.at_most > length)
    most.fail("at " + to_text(fault.at.since_start) + " and at most " + to_text(fault.at_most) +
              " long, this fault could outlast the drill of " + to_text(length));
}

}  // namespace

void read_times(const Fields& fields, const FaultContext& context, FaultPlan& fault) {
  const Node* after = fields.find("after");
  if (after != nullptr && fields.has("at"))
    after->fail("a fault begins 'at' a time or 'after' an occasion, not both");
  if (after == nullptr && context.now && !fields.has("at")) {
    fault.at = *context.now;
  } else if (after == nullptr) {
    fault.at =
        read_beginning(fields.need("at", "when it begins; or 'after', what it waits for"), context);
  } else {
    Occasion occasion = read_after(*after, context);
    fault.after = std::move(occasion.what);
    fault.later = occasion.later;
  }
  if (const Node* lasts = fields.find("for")) fault.lasts = read_length(*lasts);
  const Node& most = fields.need("at_most", "the longest it may last, even if nobody mends it");
  fault.at_most = read_length(most);
  check_end(most, fault, context.plan.length);
  if (const Node* observable = fields.find("observable_at"))
    fault.observable_at = read_observable(*observable, fault, context.plan.length);
}

}  // namespace mayday::reader
