#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "mayday/base/member.h"
#include "mayday/base/plan.h"
#include "mayday/base/responder.h"

namespace mayday {

/// Where and how an estate listens, as the command line says it.
struct Listening {
  std::string bind = "127.0.0.1";
  std::array<std::uint16_t, kMembers> ports{};
  std::string tls_folder;  ///< Gets ca.pem; everything speaks HTTPS. Empty: plain HTTP.
  std::vector<std::string>
      tls_names;                   ///< Names the certificates are good for beside this machine's.
  std::vector<std::string> hosts;  ///< Outside hosts that may be called.
  std::string ready_file;
  std::string team_file;
  bool record = false;  ///< Keeps what is passed on to upstreams, in the results' folder.
};

/// How a drill is to stand on real sockets.
struct LiveStage {
  Plan plan;
  std::int64_t speed = 1;
  std::string profile;                 ///< Text for the ledger's first line.
  std::string folder;                  ///< Gets the ledger and the responder's log.
  std::optional<Responder> responder;  ///< Scripted.
  std::string program;                 ///< The team's own, for the shell; or empty.
};

/// Runs the drills side by side, each on a thread of its own, until all have closed, by themselves
/// or by SIGINT (then `why` is "signal"). Their ledgers stand in their folders, whole. With
/// `announce` it says on standard output where everything listens. EnvironmentError when the
/// machine refuses a port or the disk a write.
void run_live(std::vector<LiveStage> stages, const Listening& listening, bool announce);

/// Says on standard error what of a scripted responder's doings was refused.
void tell_refused(const std::string& what);

/// Throws InputError when `speed` would leave somebody less than 100 ms of wall time to be patient
/// in, or hurry somebody who is not ours.
void check_speed(const Plan& plan, std::int64_t speed);

}  // namespace mayday
