#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "mayday/base/json.h"
#include "mayday/base/time.h"
#include "mayday/faults/vendor.h"
#include "mayday/world/task.h"

namespace mayday {

/// What came of comparing the desk's records with the vendors'.
class Reconciliation {
 public:
  Reconciliation() = default;
  std::int64_t compared = 0;
  std::int64_t differences = 0;
  std::int64_t repaired = 0;
  std::vector<std::string> open;  ///< Order numbers still different.
};

/// What came of fetching the messages that vendors could not deliver.
class Replay {
 public:
  Replay() = default;
  bool complete = true;  ///< False: not all kinds of messages could be asked for.
  std::int64_t failed = 0;
  std::int64_t taken = 0;  ///< Those among the failed that the desk understood.
};

/// The hands a team has on the travel desk, beside calling it. A desk that is not ours has none.
class DeskAdmin {
 public:
  virtual ~DeskAdmin() = default;

  /// The settings in effect: name -> text.
  virtual json::object settings() const = 0;
  /// What is wrong with a change of settings, or "".
  virtual std::string check_change(const json::object& changes) const = 0;
  virtual void change(const json::object& changes) = 0;
  virtual void clear_token_cache() = 0;
  virtual Task<Reconciliation> reconcile() = 0;
  /// Has the vendors tell again what they could not deliver.
  virtual Task<Replay> replay_messages() = 0;
  /// When the oldest item of this journey kind that waits unfinished began; kNever when none does.
  virtual Instant oldest_unfinished(const std::string& journey) const = 0;
  virtual std::vector<BookEntry> books() const = 0;
};

}  // namespace mayday
