#include "fault_links.h"

#include <algorithm>

#include "fields.h"
#include "nearest.h"

namespace mayday::reader {
namespace {

const FaultPlan& find_fault(const std::string& id, const std::vector<FaultPlan>& faults) {
  return *std::find_if(faults.begin(), faults.end(),
                       [&](const FaultPlan& fault) { return fault.id == id; });
}

const Node& value_of(const Node& fault, std::string_view key) {
  return std::find_if(fault.entries.begin(), fault.entries.end(),
                      [&](const Entry& entry) { return entry.key == key; })
      ->value;
}

/// "'a' waits for 'b', 'b' waits for 'a'", or nothing when the fault's chain does not come back to
/// it.
std::string ring_through(const FaultPlan& fault, const std::vector<FaultPlan>& faults) {
  std::string ring;
  const FaultPlan* at = &fault;
  for (std::size_t steps = 0; steps < faults.size() && !at->after.fault.empty(); ++steps) {
    if (!ring.empty()) ring += ", ";
    ring += quote(at->id) + " waits for " + quote(at->after.fault);
    if (at->after.fault == fault.id) return ring;
    at = &find_fault(at->after.fault, faults);
  }
  return {};
}

void check_draw(const Node& node, const FaultPlan& fault, const std::vector<FaultPlan>& faults) {
  if (fault.draw.empty()) return;
  const Node& like = value_of(node, "like");
  if (fault.draw == fault.id) like.fail("every fault draws like itself; name another one");
  const FaultPlan& other = find_fault(fault.draw, faults);
  if (!other.draw.empty())
    like.fail(quote(other.id) + " itself draws like " + quote(other.draw) + "; name that one");
}

}  // namespace

void check_links(const Node& list, const std::vector<FaultPlan>& faults) {
  for (std::size_t i = 0; i < faults.size(); ++i) {
    std::string ring = ring_through(faults[i], faults);
    if (!ring.empty()) value_of(list.items[i], "after").fail("this fault can never begin: " + ring);
    check_draw(list.items[i], faults[i], faults);
  }
}

}  // namespace mayday::reader
