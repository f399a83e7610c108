#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <iostream>

#include "baseline.h"
#include "commands.h"
#include "earlier.h"
#include "folders.h"
#include "live_stage.h"
#include "mayday/base/input_error.h"
#include "mayday/ledger/events.h"
#include "mayday/reader/scenario.h"
#include "mayday/reports/github_annotations.h"
#include "mayday/reports/score_json.h"
#include "mayday/reports/terminal_summary.h"
#include "mayday/reports/write_reports.h"
#include "mayday/scoring/profile.h"
#include "results_folder.h"
#include "verdict.h"
#include "virtual_drill.h"

namespace mayday {
namespace {

constexpr std::string_view kProgram = "exec:";

void add_gates(Plan& plan, const RunOptions& options) {
  for (const std::string& text : options.gates) {
    GatePlan gate = parse_gate(text);
    std::erase_if(plan.gates, [&](const GatePlan& known) { return known.name == gate.name; });
    plan.gates.push_back(std::move(gate));
  }
  if (!options.baseline.empty())
    plan.gates.push_back(baseline_gate(options.baseline, plan.scenario,
                                       find_profile(profile_text(options.profile)).name));
}

/// The responder's file: one of the scenario's names, or a path.
std::string responder_path(const LoadedScenario& scenario, const std::string& name) {
  for (const auto& [known, path] : scenario.responders)
    if (known == name) return path;
  if (std::filesystem::exists(name)) return name;
  std::string names;
  for (const auto& entry : scenario.responders) names += (names.empty() ? "" : ", ") + entry.first;
  throw InputError("--responder " + name + ": the scenario has no responder of this name (it has " +
                   (names.empty() ? "none" : names) + ") and there is no such file");
}

/// A drill that is over; its folder is still its own.
struct Finished {
  ResultsFolder folder;
  StoredLedger ledger;
};

Finished run_one(const RunOptions& options, const LoadedScenario& scenario, Plan plan,
                 const std::string& folder) {
  std::string profile = profile_text(options.profile);
  bool program = options.responder.starts_with(kProgram);
  std::optional<Responder> responder;
  if (!options.responder.empty() && !program)
    responder = load_responder(responder_path(scenario, options.responder), &plan);
  if (options.world == "virtual") {
    if (program)
      throw InputError(
          "--responder exec: plays in real time; add --world live (a program cannot be "
          "hurried through virtual time)");
    if (!plan.estate.desk.url.empty() || !plan.estate.upstreams.empty())
      throw InputError("a desk of your own and an upstream are real systems; add --world live");
    if (options.responder.empty())
      std::cerr << "mayday: nobody acts in this drill; name a team with --responder\n";
    ResultsFolder results(folder);
    VirtualDrill done =
        run_virtual(plan, profile, [&](World&, Drill& drill, const Drill::Estate& estate) {
          drill.start(estate, std::move(responder));
        });
    write_ledger(done, folder + "/ledger.jsonl");
    return {std::move(results), std::move(done.ledger)};
  }
  check_speed(plan, options.speed);
  ResultsFolder results(folder);
  LiveStage stage;
  stage.plan = std::move(plan);
  stage.speed = options.speed;
  stage.profile = profile;
  stage.folder = folder;
  stage.responder = std::move(responder);
  if (program) stage.program = options.responder.substr(kProgram.size());
  std::vector<LiveStage> stages;
  stages.push_back(std::move(stage));
  run_live(std::move(stages), options.listening, false);
  return {std::move(results), read_ledger_file(folder + "/ledger.jsonl")};
}

/// Whether somebody stopped the run before its drill was over.
bool was_stopped(const StoredLedger& ledger) {
  const Event& last = ledger.events.back();
  return last.kind == events::Close::kKind && as<events::Close>(last).why == "signal";
}

/// Of several exit codes the first of 2, 3, 1, 0.
int graver(int a, int b) {
  for (int code : {2, 3, 1})
    if (a == code || b == code) return code;
  return 0;
}

}  // namespace

int run_command(const RunOptions& options) {
  LoadOptions load;
  load.seed = options.seed;
  load.library = library_folder();
  load.allow_hosts = options.listening.hosts;
  if (options.world == "live")
    load.starts = std::chrono::duration_cast<std::chrono::seconds>(
                      std::chrono::system_clock::now().time_since_epoch())
                      .count();
  std::vector<LoadedScenario> scenarios;  // all are read before the first one runs
  for (const std::string& file : options.files) {
    scenarios.push_back(load_scenario(file, load));
    add_gates(scenarios.back().plan, options);
  }
  int code = 0;
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    const LoadedScenario& scenario = scenarios[i];
    for (const std::string& warning : scenario.warnings) std::cerr << warning << "\n";
    Plan plan = scenario.plan;
    if (plan.gates.empty())
      std::cerr << "mayday: " << plan.scenario
                << " has no gates, so any score passes; --gate score=70 asks for one\n";
    std::string folder = options.out.empty() ? "out/" + plan.scenario : options.out;
    if (scenarios.size() > 1 && !options.out.empty()) folder += "/" + plan.scenario;
    if (::isatty(STDERR_FILENO) != 0)
      std::cerr << plan.scenario << ": running in the " << options.world << " world\n";
    std::optional<EarlierRun> earlier;  // named: read before the drill, which may move its folder
    if (!options.compare.empty()) earlier = find_earlier(options.compare, folder, plan.scenario);
    Finished done = run_one(options, scenario, std::move(plan), folder);
    const StoredLedger& ledger = done.ledger;
    Scorecard card = score_ledger(ledger, "");
    if (!earlier) earlier = find_earlier({}, folder, card.scenario);
    write_reports(card, ledger.events, folder, earlier);
    if (options.annotations) std::cerr << github_annotations(card, options.files[i]);
    code = graver(code, was_stopped(ledger) ? 3 : exit_code(card));
    if (was_stopped(ledger))
      std::cerr << "mayday: stopped at " << to_clock(card.last) << " of "
                << to_clock(Instant{card.length})
                << "; scored as far as it went, and no pass or fail\n";
    if (options.json) {
      std::cout << score_json(card);
    } else {
      std::cout << terminal_summary(card) << "  reports: " << folder << "/report.html\n"
                << "  ledger head " << card.ledger_head << "\n";
    }
  }
  return code;
}

}  // namespace mayday
