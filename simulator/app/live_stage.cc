#include "live_stage.h"

#include <chrono>
#include <iostream>
#include <memory>
#include <utility>

#include "child_process.h"
#include "estate.h"
#include "folders.h"
#include "mayday/base/input_error.h"
#include "mayday/control/control_door.h"
#include "mayday/control/team_door.h"
#include "mayday/ledger/synced_file.h"
#include "mayday/live/live_world.h"
#include "secrets.h"
#include "process.h"

namespace mayday {
namespace {

std::string wall_now() {
  return rfc3339(std::chrono::system_clock::now().time_since_epoch(), true);
}

/// Everything of one live drill, in the order in which it must outlive each other.
class LiveDrill {
 public:
  explicit LiveDrill(LiveStage stage)
      : stage_(std::move(stage)),
        file_(stage_.folder + "/ledger.jsonl", [this](std::string what) { disk_failed(what); }),
        ledger_([this](std::string_view line) { file_.append(line); }, wall_now),
        world_(LiveOptions{stage_.speed, stage_.bind, stage_.ports, {}}),
        drill_({world_, ledger_, stage_.plan, [this] { return durable(); }, tell_refused}),
        estate_(world_, drill_, stage_.plan, make_signer(),
                [this](Request request) { return team_door_.serve_admin(std::move(request)); }),
        team_door_(drill_, stage_.plan.starts, team_token_, random_token("d-")),
        control_door_(drill_, world_, stage_.plan, control_token_,
                      {[this] { world_.pause(); }, [this] { world_.resume(); },
                       [this] { return world_.paused(); }, [this] { return books(); }}) {}

  void run() {
    open();
    world_.serve(Member::team, team_door_);
    world_.serve(Member::control, control_door_);
    world_.on_slip([this](Duration by) { ledger_.add(world_.now(), events::Slip{by}); });
    world_.on_fault_of_ours(
        [](const std::string& what) { std::cerr << "mayday: survived: " << what << "\n"; });
    drill_.start(estate_.handles(), std::move(stage_.responder));
    std::unique_ptr<ChildProcess> program = start_program();
    SignalWatch signals([this] { world_.post([this] { drill_.close("signal"); }); });
    world_.spawn(ready());
    world_.run();
    if (int code = program ? program->failure() : 0; code != 0)
      std::cerr << "mayday: the responder's program ended with " << code << "; what it said is in "
                << stage_.folder << "/responder.log\n";
    program.reset();
    if (!file_.sync()) throw EnvironmentError("the ledger could not be kept: " + disk_error_);
  }

 private:
  void open() {
    events::Open open;
    open.model = "s1";
    open.profile = stage_.profile;
    open.world = "live";
    open.speed = stage_.speed;
    open.sealed = stage_.program.empty();
    open.plan = stage_.plan;
    ledger_.add(world_.now(), open);
  }

  std::unique_ptr<ChildProcess> start_program() {
    if (stage_.program.empty()) return nullptr;
    std::vector<std::pair<std::string, std::string>> variables = {
        {"MAYDAY_TEAM", world_.url(Member::team)},
        {"MAYDAY_TEAM_TOKEN", team_token_},
        {"MAYDAY_SPEED", std::to_string(stage_.speed)}};
    for (auto [member, name] : {std::pair{Member::hesi, "MAYDAY_HESI"},
                                std::pair{Member::airline, "MAYDAY_AIRLINE"},
                                std::pair{Member::hotel, "MAYDAY_HOTEL"},
                                std::pair{Member::payment, "MAYDAY_PAYMENT"},
                                std::pair{Member::desk, "MAYDAY_DESK"}})
      variables.emplace_back(name, world_.url(member));
    return std::make_unique<ChildProcess>(stage_.program, variables,
                                          stage_.folder + "/responder.log");
  }

  json::object addresses(bool whole) const {
    json::object all;
    for (Member member : {Member::hesi, Member::airline, Member::hotel, Member::payment, Member::desk,
                          Member::team})
      all[to_text(member)] = world_.url(member);
    all["team_token"] = team_token_;
    if (!whole) return all;
    all["control"] = world_.url(Member::control);
    all["control_token"] = control_token_;
    return all;
  }

  /// Everything answers from here on: the listeners stand and the loop runs. A task, so that a file
  /// that cannot be written ends the run.
  Task<void> ready() {
    co_await world_.sleep(1ns);
    if (!stage_.ready_file.empty()) write_private(stage_.ready_file, canonical(addresses(true)) + "\n");
    if (!stage_.team_file.empty()) write_private(stage_.team_file, canonical(addresses(false)) + "\n");
    if (!stage_.announce) co_return;
    for (const auto& entry : addresses(stage_.ready_file.empty()))
      std::cout << entry.key() << " " << std::string_view(entry.value().get_string()) << "\n";
    std::cout << "Everything answers. Ctrl-C closes the drill; its ledger is "
              << stage_.folder + "/ledger.jsonl" << std::endl;
  }

  json::object books() {
    events::Books now = compare_books(estate_.handles().desk->books(), estate_.vendor_books());
    json::value body = json::value_from(now);
    return std::move(body.get_object());
  }

  /// Comes back once all that the ledger has so far is on disk.
  Task<void> durable() {
    auto kept = std::make_shared<Gate>();
    file_.when_durable([this, kept] { world_.post([this, kept] { world_.open(*kept); }); });
    co_await world_.wait(*kept, kForever);
  }

  void disk_failed(const std::string& what) {
    disk_error_ = what;
    std::cerr << "mayday: " << what << "\n";
  }

  LiveStage stage_;
  std::string team_token_ = random_token("team-");
  std::string control_token_ = random_token("control-");
  std::string disk_error_;
  SyncedFile file_;
  Ledger ledger_;
  LiveWorld world_;
  Drill drill_;
  Estate estate_;
  TeamDoor team_door_;
  ControlDoor control_door_;
};

}  // namespace

void tell_refused(const std::string& what) {
  std::cerr << "responder: refused at " << what << "\n";
}

void run_live(LiveStage stage) { LiveDrill(std::move(stage)).run(); }

void check_speed(const Plan& plan, std::int64_t speed) {
  if (speed == 1) return;
  Duration shortest = plan.estate.desk.patience;
  std::string whose = "the desk's";
  for (const JourneyPlan& journey : plan.journeys) {
    if (journey.patience >= shortest) continue;
    shortest = journey.patience;
    whose = "a " + journey.kind + " traveller's";
  }
  std::int64_t most = shortest / 100ms;
  if (speed <= most) return;
  throw InputError("--speed " + std::to_string(speed) + " leaves " + whose + " patience of " +
                   to_text(shortest) + " less than 100 ms of wall time, too little to be told from " +
                   "the machine's own noise; choose at most --speed " + std::to_string(most));
}

}  // namespace mayday
