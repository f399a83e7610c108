#pragma once

#include <functional>
#include <memory>
#include <string>

#include "child_process.h"
#include "estate.h"
#include "live_stage.h"
#include "mayday/control/control_door.h"
#include "mayday/control/team_door.h"
#include "mayday/ledger/synced_file.h"
#include "mayday/live/live_world.h"
#include "recorder.h"

namespace mayday {

/// Everything of one live drill, in the order in which it must outlive each other. It shares
/// nothing with another one but the certificate authority.
class LiveDrill {
 public:
  /// Binds every port. EnvironmentError when one is not to be had.
  LiveDrill(LiveStage stage, const Listening& listening, std::shared_ptr<const Authority> tls);

  /// Runs until the drill closes; `ready` is called once everything answers. Throws what a task
  /// threw, and EnvironmentError when the ledger could not be kept.
  void run(std::function<void()> ready);

  /// Closes the drill. From any thread.
  void close(const std::string& why);

  /// Every URL and the team's token; with `whole` also the facilitator's.
  json::object addresses(bool whole) const;

 private:
  void open();
  std::unique_ptr<ChildProcess> start_program();
  Task<void> say_ready(std::function<void()> ready);
  std::optional<json::object> differences();
  std::optional<json::object> books_of(Member member);
  std::string stop_file() const;
  void hold_stop();
  void keep_stop(bool holds);
  Task<void> durable();
  void disk_failed(const std::string& what);

  LiveStage stage_;
  std::string team_token_;
  std::string control_token_;
  std::string disk_error_;
  SyncedFile file_;
  std::unique_ptr<Recorder> recorder_;
  Ledger ledger_;
  LiveWorld world_;
  Drill drill_;
  Estate estate_;
  TeamDoor team_door_;
  ControlDoor control_door_;
};

}  // namespace mayday
