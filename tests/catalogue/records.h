#pragma once

#include <string>

#include "mayday/catalogue/drill_record.h"

namespace mayday {

/// A passed drill of this scenario, `when` seconds since 1970.
inline DrillRecord drill(const std::string& scenario, std::int64_t when, std::int64_t score = 8000,
                         Duration took = 20min) {
  DrillRecord record;
  record.ledger = scenario + "/" + std::to_string(when) + "/ledger.jsonl";
  record.when = when;
  record.ledger_head = record.ledger;
  record.scenario = scenario;
  record.profile = "enterprise";
  record.model = "s1";
  record.score = score;
  record.verdict = "pass";
  record.took = {{"recover", took, true}};
  return record;
}

}  // namespace mayday
