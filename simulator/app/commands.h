#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "live_stage.h"
#include "mayday/base/draw.h"
#include "mayday/base/member.h"

/// The commands of `mayday`, one a file. Each returns the process's exit code: 0 pass, 1 a gate
/// failed, 3 inconclusive. InputError (2) and EnvironmentError (3) are left to main().
namespace mayday {

struct RunOptions {
  std::vector<std::string> files;
  std::string world = "virtual";
  std::int64_t speed = 1;
  std::string responder;
  std::optional<Seed> seed;
  std::string profile = "enterprise";
  std::vector<std::string> gates;  ///< "score=80", over the scenario's own.
  std::string baseline;            ///< An earlier drill to be as good as; empty: none.
  Listening listening;             ///< Live; its `hosts` are also what a scenario may name.
  std::string out;
  bool json = false;
  std::string compare;  ///< An earlier score.json; empty: the newest below the folder's earlier/.
  bool annotations = false;  ///< Print workflow commands for GitHub Actions.
};
int run_command(const RunOptions& options);

struct FileOptions {
  std::vector<std::string> files;
  std::optional<Seed> seed;
  std::vector<std::string> hosts;
  bool json = false;
};
int check_command(const FileOptions& options);
int plan_command(const FileOptions& options);

struct UpOptions {
  std::string file;
  std::optional<Seed> seed;
  Listening listening;
  int estates = 1;  ///< Side by side, isolated from each other.
  std::string out;
};
int up_command(const UpOptions& options);
/// "hesi=8101,desk=8105" as ports; InputError says what is wrong.
std::array<std::uint16_t, kMembers> parse_ports(const std::string& text);

struct ReconcileOptions {
  std::string ready_file;
  int estate = 1;  ///< Of several.
  bool json = false;
};
/// 1: the books differ.
int reconcile_command(const ReconcileOptions& options);

/// What to do with the faults of a running estate.
struct FaultOptions {
  std::string verb;  ///< add | list | heal | cue | stop | release.
  std::string what;  ///< add: a file ("-": standard input); heal, cue: a fault's id.
  std::string ready_file;
  int estate = 1;
  bool json = false;
};
int fault_command(const FaultOptions& options);

struct PopulationOptions {
  std::vector<std::string> files;
  std::string out;  ///< Folder; empty: the library's.
};
/// 1: a scenario is unfit to compare teams by.
int population_command(const PopulationOptions& options);

struct ScoreOptions {
  std::string ledger;
  std::string profile;  ///< Empty: the drill's own.
  std::string out;
  bool json = false;
  bool reports = false;  ///< `mayday report`: writes every report.
  std::string compare;   ///< As of a run.
  bool annotations = false;
  std::string what_if;  ///< "declare -8m": what the drill would have been worth; empty: as it was.
  bool replay = false;  ///< … and would have been like.
};
int score_command(const ScoreOptions& options);
int what_if_command(const ScoreOptions& options);

struct TrendOptions {
  std::string folder = "out";  ///< Every ledger below it.
  std::string scenario;        ///< Empty: all.
  std::string since;           ///< A date: from then on drills are the later ones; empty: half are.
  std::string catalogue;       ///< Empty: catalogue.sqlite in the folder.
  std::string html;            ///< File that gets a page; empty: none.
  bool json = false;
};
int trend_command(const TrendOptions& options);

}  // namespace mayday
