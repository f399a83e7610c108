#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "mayday/base/member.h"
#include "mayday/base/plan.h"
#include "mayday/base/responder.h"

namespace mayday {

/// How a drill is to stand on real sockets.
struct LiveStage {
  Plan plan;
  std::int64_t speed = 1;
  std::string bind = "127.0.0.1";
  std::array<std::uint16_t, kMembers> ports{};
  std::string profile;                 ///< Text for the ledger's first line.
  std::string folder;                  ///< Gets the ledger and the responder's log.
  std::optional<Responder> responder;  ///< Scripted.
  std::string program;                 ///< The team's own, for the shell; or empty.
  std::string ready_file;
  std::string team_file;
  bool announce = false;               ///< Says on standard output where everything listens.
};

/// Runs the drill until it closes, by itself or by SIGINT (then `why` is "signal"). Its ledger stands
/// in `folder`, whole. EnvironmentError when the machine refuses a port or the disk a write.
void run_live(LiveStage stage);

/// Says on standard error what of a scripted responder's doings was refused.
void tell_refused(const std::string& what);

/// Throws InputError when `speed` would leave somebody less than 100 ms of wall time to be patient in.
void check_speed(const Plan& plan, std::int64_t speed);

}  // namespace mayday
