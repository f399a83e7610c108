#include <CLI/CLI.hpp>
#include <exception>
#include <functional>
#include <iostream>
#include <limits>
#include <optional>

#include "commands.h"
#include "mayday/base/input_error.h"
#include "process.h"

namespace mayday {
namespace {

constexpr int kUsage = 2;
constexpr int kEnvironment = 3;

/// The chosen command, to be run once the arguments are known to be good.
using Chosen = std::function<int()>;

/// What `run --world live` and `up` have in common.
void offer_listening(CLI::App& command, Listening& listening, std::string& ports) {
  command.add_option("--bind", listening.bind, "Address to listen on (127.0.0.1)");
  command.add_option("--ports", ports, "hesi=8101,airline=8102,… (0: a free one)");
  command.add_option("--ready-file", listening.ready_file, "Gets every URL and token, mode 0600");
  command.add_option("--team-file", listening.team_file,
                     "Gets the team's URLs and token, mode 0600");
  command.add_option("--tls", listening.tls_folder,
                     "Serve HTTPS; the folder gets ca.pem of a new certificate authority");
  command
      .add_option("--tls-name", listening.tls_names, "A name that the certificates are good for")
      ->allow_extra_args(false);
  command.add_option("--allow", listening.hosts, "A host outside that may be called")
      ->allow_extra_args(false);
  command.add_flag("--record", listening.record, "Keep what is passed on to upstreams");
}

void offer_seed(CLI::App& command, std::optional<Seed>& seed) {
  command.add_option("--seed", seed, "Instead of the scenario's own")
      ->check(CLI::Range(std::int64_t{0}, std::numeric_limits<std::int64_t>::max()));
}

/// What every command that writes reports has in common.
void offer_reports(CLI::App& command, std::string& compare, bool& annotations) {
  command.add_option("--compare", compare,
                     "An earlier score.json of the scenario (the newest in the folder's earlier/)");
  command
      .add_flag("--annotations", annotations, "Tell GitHub Actions what broke, on standard error")
      ->envname("GITHUB_ACTIONS");
}

void offer_run(CLI::App& app, RunOptions& options, std::string& ports, Chosen& chosen) {
  CLI::App* run = app.add_subcommand("run", "Run drills and score them");
  run->add_option("FILE", options.files, "Scenario files")->required();
  run->add_option("--world", options.world, "virtual or live")
      ->check(CLI::IsMember({"virtual", "live"}));
  run->add_option("--speed", options.speed, "Live: drill seconds in a second")
      ->check(CLI::Range(1, 1000));
  run->add_option("--responder", options.responder,
                  "A responder of the scenario, a file, or exec:COMMAND");
  offer_seed(*run, options.seed);
  run->add_option("--profile", options.profile, "enterprise, 1-5-10 or a file");
  run->add_option("--gate", options.gates, "KEY=VALUE: score=80, recover=60m, lost_orders=0, d4=20")
      ->allow_extra_args(false);
  run->add_option("--baseline", options.baseline,
                  "An earlier score.json, or its folder: fail when two points worse")
      ->check([](const std::string& path) {
        return path.empty() ? "give an earlier score.json, or leave the option out" : "";
      });
  offer_listening(*run, options.listening, ports);
  run->add_option("--out", options.out, "Folder for the results (out/SCENARIO)");
  run->add_flag("--json", options.json, "Print score.json");
  offer_reports(*run, options.compare, options.annotations);
  run->callback([&] {
    chosen = [&] {
      options.listening.ports = parse_ports(ports);
      return run_command(options);
    };
  });
}

void offer_check(CLI::App& app, FileOptions& options, Chosen& chosen) {
  CLI::App* check = app.add_subcommand("check", "Check scenario files; nothing runs");
  check->add_option("FILE", options.files, "Scenario files")->required();
  check->add_option("--allow", options.hosts, "A host that the scenarios may reach")
      ->allow_extra_args(false);
  check->callback([&] { chosen = [&options] { return check_command(options); }; });
}

void offer_plan(CLI::App& app, FileOptions& options, Chosen& chosen) {
  CLI::App* plan = app.add_subcommand("plan", "Print the absolute timeline and whom the seed hits");
  plan->add_option("FILE", options.files, "Scenario files")->required();
  offer_seed(*plan, options.seed);
  plan->add_option("--allow", options.hosts, "A host that the scenarios may reach")
      ->allow_extra_args(false);
  plan->add_flag("--json", options.json, "Print the whole resolved plan");
  plan->callback([&] { chosen = [&options] { return plan_command(options); }; });
}

void offer_up(CLI::App& app, UpOptions& options, std::string& ports, Chosen& chosen) {
  CLI::App* up = app.add_subcommand("up", "Stand the estate up until Ctrl-C");
  up->add_option("FILE", options.file, "A scenario whose timeline runs; none: fixtures only");
  offer_seed(*up, options.seed);
  up->add_option("--estates", options.estates, "So many estates side by side, each for one team")
      ->check(CLI::Range(1, 64));
  offer_listening(*up, options.listening, ports);
  up->add_option("--out", options.out, "Folder for the ledger (out/up)");
  up->callback([&] {
    chosen = [&] {
      options.listening.ports = parse_ports(ports);
      return up_command(options);
    };
  });
}

void offer_reconcile(CLI::App& app, ReconcileOptions& options, Chosen& chosen) {
  CLI::App* reconcile = app.add_subcommand(
      "reconcile", "List what differs between the desk's books and the vendors'");
  reconcile->add_option("--ready-file", options.ready_file, "Of the running estate")->required();
  reconcile->add_option("--estate", options.estate, "Which of several (1)")
      ->check(CLI::Range(1, 64));
  reconcile->add_flag("--json", options.json, "Print JSON");
  reconcile->callback([&] { chosen = [&options] { return reconcile_command(options); }; });
}

void offer_fault(CLI::App& app, FaultOptions& options, Chosen& chosen) {
  CLI::App* fault = app.add_subcommand("fault", "Faults of a running estate");
  fault->require_subcommand(1);
  auto offer = [&](const char* verb, const char* takes, const char* does) {
    CLI::App* one = fault->add_subcommand(verb, does);
    if (*takes != '\0') one->add_option(takes, options.what)->required();
    one->add_option("--ready-file", options.ready_file, "Of the running estate")->required();
    one->add_option("--estate", options.estate, "Which of several (1)")->check(CLI::Range(1, 64));
    one->add_flag("--json", options.json, "Print JSON");
    one->callback([&options, &chosen, verb] {
      options.verb = verb;
      chosen = [&options] { return fault_command(options); };
    });
  };
  offer("add", "FILE", "Add a fault, or replace the one of its id; - reads standard input");
  offer("list", "", "List every fault and how it stands");
  offer("heal", "ID", "End a fault at once");
  offer("cue", "ID", "Start the fault that waits for this cue");
  offer("stop", "", "Emergency stop: end every fault; none begins any more");
  offer("release", "", "End the emergency stop");
}

void offer_population(CLI::App& app, PopulationOptions& options, Chosen& chosen) {
  CLI::App* population =
      app.add_subcommand("population", "Score 2000 simulated teams, to compare real ones with");
  population->add_option("FILE", options.files, "Scenario files")->required();
  population->add_option("--out", options.out, "Folder for NAME.json (the library's populations)");
  population->callback([&] { chosen = [&options] { return population_command(options); }; });
}

void offer_score(CLI::App& app, ScoreOptions& options, Chosen& chosen) {
  CLI::App* score = app.add_subcommand("score", "Score a stored drill again");
  score->add_option("LEDGER", options.ledger, "ledger.jsonl of a drill")->required();
  score->add_option("--profile", options.profile, "Instead of the drill's own");
  score->add_option("--out", options.out, "Folder for the reports");
  score->add_flag("--json", options.json, "Print score.json");
  offer_reports(*score, options.compare, options.annotations);
  CLI::Option* what_if = score->add_option(
      "--what-if", options.what_if, "'declare -8m': compare with that action at another time");
  score->add_flag("--replay", options.replay, "… by running the drill again in virtual time")
      ->needs(what_if);
  score->callback([&] {
    chosen = [&options] {
      return options.what_if.empty() ? score_command(options) : what_if_command(options);
    };
  });
}

void offer_report(CLI::App& app, ScoreOptions& options, Chosen& chosen) {
  CLI::App* report = app.add_subcommand("report", "Render the reports of a stored drill again");
  report->add_option("LEDGER", options.ledger, "ledger.jsonl of a drill")->required();
  report->add_option("--out", options.out, "Folder for the reports (the ledger's own)");
  offer_reports(*report, options.compare, options.annotations);
  report->callback([&] {
    chosen = [&options] {
      if (options.out.empty()) {
        std::size_t slash = options.ledger.rfind('/');
        options.out = slash == std::string::npos ? "." : options.ledger.substr(0, slash);
      }
      options.reports = true;
      return score_command(options);
    };
  });
}

void offer_trend(CLI::App& app, TrendOptions& options, Chosen& chosen) {
  CLI::App* trend = app.add_subcommand("trend", "Compare the drills below a folder over time");
  trend->add_option("FOLDER", options.folder, "Folder that drills wrote to (out)");
  trend->add_option("--scenario", options.scenario, "Only this one's drills");
  trend->add_option("--since", options.since,
                    "A date, 2026-03-01: the later drills begin then (the later half)");
  trend->add_option("--catalogue", options.catalogue,
                    "Where they are kept together (FOLDER/catalogue.sqlite)");
  trend->add_option("--html", options.html, "File that gets a page with charts");
  trend->add_flag("--json", options.json, "Print JSON");
  trend->callback([&] { chosen = [&options] { return trend_command(options); }; });
}

int run(int argc, char** argv) {
  CLI::App app{"Mayday: fault drills for corporate travel systems", "mayday"};
  app.require_subcommand(1);
  app.set_version_flag("--version", "mayday 0.1.0");
  Chosen chosen;
  RunOptions run_options;
  FileOptions check_options;
  FileOptions plan_options;
  UpOptions up_options;
  std::string run_ports;
  std::string up_ports;
  ReconcileOptions reconcile_options;
  FaultOptions fault_options;
  ScoreOptions score_options;
  ScoreOptions report_options;
  TrendOptions trend_options;
  offer_run(app, run_options, run_ports, chosen);
  offer_check(app, check_options, chosen);
  offer_plan(app, plan_options, chosen);
  offer_up(app, up_options, up_ports, chosen);
  offer_reconcile(app, reconcile_options, chosen);
  offer_fault(app, fault_options, chosen);
  PopulationOptions population_options;
  offer_population(app, population_options, chosen);
  offer_score(app, score_options, chosen);
  offer_report(app, report_options, chosen);
  offer_trend(app, trend_options, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kUsage;
  }
  return chosen();
}

}  // namespace
}  // namespace mayday

int main(int argc, char** argv) {
  mayday::allow_many_files();
  try {
    return mayday::run(argc, argv);
  } catch (const mayday::InputError& error) {
    std::cerr << error.what() << "\n";
    return mayday::kUsage;
  } catch (const mayday::EnvironmentError& error) {
    std::cerr << "mayday: " << error.what() << "\n";
    return mayday::kEnvironment;
  } catch (const std::exception& error) {
    std::cerr << "mayday: " << error.what() << "\n";
    return mayday::kEnvironment;
  }
}
