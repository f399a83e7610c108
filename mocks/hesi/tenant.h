#pragma once

#include <cstdint>

#include "batch.h"
#include "directory.h"
#include "flow_json.h"
#include "flow_shelf.h"
#include "ids.h"
#include "mayday/faults/agenda.h"
#include "mayday/hesi/hesi.h"
#include "object_shelf.h"
#include "outbox.h"
#include "tokens.h"

namespace mayday::hesi {

/// All that Hesi keeps for one tenant. The calls (…_calls.cc) and the documents' way through
/// approval (flow_desk.h) work on it; parts that follow from the others, such as budget usage, are
/// counted when somebody asks.
struct Tenant {
  /// Loads the contract's fixtures.
  Tenant(const EstatePlan& estate, std::int64_t epoch_seconds, SignRs256 sign, HesiSettings set);
  Tenant(const Tenant&) = delete;  // what is on the agenda refers to it
  Tenant& operator=(const Tenant&) = delete;

  HesiSettings settings;
  std::int64_t starts;  ///< Seconds since 1970 at drill time zero.
  Epoch epoch;
  Directory people;
  Tokens tokens;
  Ids ids;
  FlowShelf flows;
  Batches batches;
  ObjectShelf objects;
  Ids files;  ///< Names the attachments; what is in them nobody can ask for.
  Agenda agenda;
  Outbox outbox;
};

}  // namespace mayday::hesi
