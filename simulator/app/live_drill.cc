#include "live_drill.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>
#include <utility>

#include "mayday/base/input_error.h"
#include "mayday/reader/scenario.h"
#include "mayday/scoring/score.h"
#include "secrets.h"

namespace mayday {
namespace {

// A shell's exit codes for a command that it could not run.
constexpr int kNotExecutable = 126;
constexpr int kNotFound = 127;

std::string wall_now() {
  return rfc3339(std::chrono::system_clock::now().time_since_epoch(), true);
}

LiveOptions options_of(const LiveStage& stage, const Listening& listening,
                       std::shared_ptr<const Authority> tls) {
  LiveOptions options;
  options.speed = stage.speed;
  options.bind = listening.bind;
  options.ports = listening.ports;
  options.tls = std::move(tls);
  options.tls_names = listening.tls_names;
  options.allowed_hosts = listening.hosts;
  return options;
}

std::unique_ptr<Recorder> recorder_of(const LiveStage& stage, const Listening& listening) {
  if (!listening.record) return nullptr;
  return std::make_unique<Recorder>(stage.folder + "/forwarded.jsonl");
}

json::array rows_of(const std::vector<BookEntry>& entries) {
  json::array rows;
  for (const BookEntry& entry : entries)
    rows.push_back(json::object{{"what", entry.what},
                                {"order", entry.key},
                                {"id", entry.id},
                                {"state", entry.state},
                                {"amount_minor", entry.amount.minor},
                                {"currency", std::string_view(entry.amount.currency)}});
  return rows;
}

}  // namespace

LiveDrill::LiveDrill(LiveStage stage, const Listening& listening,
                     std::shared_ptr<const Authority> tls)
    : stage_(std::move(stage)),
      team_token_(random_token("team-")),
      control_token_(random_token("control-")),
      file_(stage_.folder + "/ledger.jsonl", [this](std::string what) { disk_failed(what); }),
      recorder_(recorder_of(stage_, listening)),
      ledger_([this](std::string_view line) { file_.append(line); }, wall_now),
      world_(options_of(stage_, listening, std::move(tls))),
      drill_({world_, ledger_, stage_.plan, [this] { return durable(); }, tell_refused}),
      estate_(
          world_, drill_, stage_.plan, make_signer(),
          [this](Request request) { return team_door_.serve_admin(std::move(request)); },
          [this](const Exchange& x, const Request& sent, const CallResult& result) {
            if (recorder_) recorder_->add(x, sent, result);
          }),
      team_door_(drill_, stage_.plan.starts, team_token_, random_token("d-")),
      control_door_(
          drill_, world_, stage_.plan, control_token_,
          {[this] { world_.pause(); },
           [this] { world_.resume(); },
           [this] { return world_.paused(); },
           [this] { return differences(); },
           [this](Member member) { return books_of(member); },
           {[this](const std::string& text) { return read_fault(text, stage_.plan, world_.now()); },
            [this](bool holds) { keep_stop(holds); }}}) {
  world_.serve(Member::team, team_door_);
  world_.serve(Member::control, control_door_);
  const std::string& elsewhere = stage_.plan.estate.desk.url;
  if (!elsewhere.empty()) world_.reach(Member::desk, *Peer::at(elsewhere));
}

void LiveDrill::run(std::function<void()> ready) {
  open();
  world_.on_slip([this](Duration by) { ledger_.add(world_.now(), events::Slip{by}); });
  world_.on_fault_of_ours(
      [](const std::string& what) { std::cerr << "mayday: survived: " << what << "\n"; });
  drill_.start(estate_.handles(), std::move(stage_.responder));
  if (std::filesystem::exists(stop_file())) hold_stop();
  std::unique_ptr<ChildProcess> program = start_program();
  world_.spawn(say_ready(std::move(ready)));
  world_.run();
  int code = program ? program->failure() : 0;
  if (code != 0)
    std::cerr << "mayday: the responder's program ended with " << code << "; what it said is in "
              << stage_.folder << "/responder.log\n";
  program.reset();
  if (!file_.sync()) throw EnvironmentError("the ledger could not be kept: " + disk_error_);
  if (code == kNotFound || code == kNotExecutable)
    throw EnvironmentError("--responder exec:" + stage_.program +
                           ": the shell cannot run this, so nobody has acted");
}

void LiveDrill::close(const std::string& why) {
  world_.post([this, why] { drill_.close(why); });
}

json::object LiveDrill::addresses(bool whole) const {
  json::object all;
  for (Member member :
       {Member::hesi, Member::airline, Member::hotel, Member::payment, Member::desk, Member::team})
    all[to_text(member)] = world_.url(member);
  if (const std::string& elsewhere = stage_.plan.estate.desk.url; !elsewhere.empty())
    all["desk"] = elsewhere;
  all["team_token"] = team_token_;
  if (!whole) return all;
  all["control"] = world_.url(Member::control);
  all["control_token"] = control_token_;
  return all;
}

void LiveDrill::open() {
  events::Open open;
  open.model = kScoringModel;
  open.profile = stage_.profile;
  open.world = "live";
  open.speed = stage_.speed;
  open.sealed = stage_.program.empty();
  open.plan = stage_.plan;
  ledger_.add(world_.now(), open);
}

std::unique_ptr<ChildProcess> LiveDrill::start_program() {
  if (stage_.program.empty()) return nullptr;
  json::object urls = addresses(false);
  std::vector<std::pair<std::string, std::string>> variables = {
      {"MAYDAY_TEAM_TOKEN", team_token_}, {"MAYDAY_SPEED", std::to_string(stage_.speed)}};
  for (auto [member, name] :
       {std::pair{"team", "MAYDAY_TEAM"}, std::pair{"hesi", "MAYDAY_HESI"},
        std::pair{"airline", "MAYDAY_AIRLINE"}, std::pair{"hotel", "MAYDAY_HOTEL"},
        std::pair{"payment", "MAYDAY_PAYMENT"}, std::pair{"desk", "MAYDAY_DESK"}})
    variables.emplace_back(name, std::string(urls.at(member).as_string()));
  return std::make_unique<ChildProcess>(stage_.program, variables,
                                        stage_.folder + "/responder.log");
}

/// Everything answers from here on: the listeners stand and the loop runs.
Task<void> LiveDrill::say_ready(std::function<void()> ready) {
  co_await world_.sleep(1ns);
  ready();
}

std::optional<json::object> LiveDrill::differences() {
  Drill::Estate handles = estate_.handles();
  if (handles.desk == nullptr) return std::nullopt;
  events::Books now = compare_books(handles.desk->books(), estate_.vendor_books());
  json::value body = json::value_from(now);
  return std::move(body.get_object());
}

std::optional<json::object> LiveDrill::books_of(Member member) {
  std::optional<std::vector<BookEntry>> books = estate_.books_of(member);
  if (!books) return std::nullopt;
  return json::object{{"member", to_text(member)}, {"records", rows_of(*books)}};
}

/// Beside the ledger, so that it outlives the process.
std::string LiveDrill::stop_file() const { return stage_.folder + "/emergency-stop"; }

void LiveDrill::hold_stop() {
  drill_.emergency_stop();
  std::cerr << "mayday: the emergency stop of an earlier run holds, and no fault begins; "
               "`mayday fault release`, or remove "
            << stop_file() << "\n";
}

void LiveDrill::keep_stop(bool holds) {
  std::error_code ignored;
  if (holds)
    std::ofstream(stop_file()) << "No fault begins while this file is here.\n";
  else
    std::filesystem::remove(stop_file(), ignored);
}

/// Comes back once all that the ledger has so far is on disk.
Task<void> LiveDrill::durable() {
  auto kept = std::make_shared<Gate>();
  file_.when_durable([this, kept] { world_.post([this, kept] { world_.open(*kept); }); });
  co_await world_.wait(*kept, kForever);
}

void LiveDrill::disk_failed(const std::string& what) {
  disk_error_ = what;
  std::cerr << "mayday: " << what << "\n";
}

}  // namespace mayday
