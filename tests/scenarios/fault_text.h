#pragma once

#include <map>
#include <string>

#include "files.h"

namespace mayday::test {

/// The keys of a fault and what stands after them.
using FaultLines = std::map<std::string, std::string>;

/// A fault as it is written: a short good one with these lines instead of its own, or beside them.
/// An empty one takes the line out.
inline std::string fault_text(const FaultLines& lines, const std::string& id = "one") {
  FaultLines all = {{"at", "10m"},
                    {"where", "{vendor: hesi, operations: [getFlowById]}"},
                    {"effect", "close"},
                    {"at_most", "40m"},
                    {"truth", "{component: hesi, kind: outage, party: hesi}"}};
  for (const auto& [key, value] : lines) all[key] = value;
  std::string text = "  - id: " + id + "\n";
  for (const auto& [key, value] : all)
    if (!value.empty()) text += "    " + key + ": " + value + "\n";
  return text;
}

/// A whole scenario of 60 minutes with 24 people in 3 departments, up to its list of faults.
inline std::string scenario_of(const std::string& faults) {
  return R"(scenario: small
title: A small drill
length: 60m
seed: 7
estate:
  hesi: {staff: 24, departments: 3}
journeys:
  - {run: log-in, rate: 6/min}
  - {run: submit-expense, rate: 6/min}
  - {run: book-trip, rate: 6/min}
faults:
)" + faults;
}

/// The plan's only fault.
inline FaultPlan load_fault(const FaultLines& lines) {
  return load_text(scenario_of(fault_text(lines))).plan.faults.at(0);
}

}  // namespace mayday::test
