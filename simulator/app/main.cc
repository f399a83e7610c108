#include <CLI/CLI.hpp>
#include <exception>
#include <functional>
#include <iostream>

#include "commands.h"
#include "mayday/base/input_error.h"
#include "process.h"

namespace mayday {
namespace {

constexpr int kUsage = 2;
constexpr int kEnvironment = 3;

/// The chosen command, to be run once the arguments are known to be good.
using Chosen = std::function<int()>;

void offer_run(CLI::App& app, RunOptions& options, Chosen& chosen) {
  CLI::App* run = app.add_subcommand("run", "Run drills and score them");
  run->add_option("FILE", options.files, "Scenario files")->required();
  run->add_option("--world", options.world, "virtual or live")
      ->check(CLI::IsMember({"virtual", "live"}));
  run->add_option("--speed", options.speed, "Live: drill seconds in a second")
      ->check(CLI::Range(1, 1000));
  run->add_option("--responder", options.responder,
                  "A responder of the scenario, a file, or exec:COMMAND");
  run->add_option("--seed", options.seed, "Instead of the scenario's own")
      ->check(CLI::Range(std::int64_t{0}, std::numeric_limits<std::int64_t>::max()));
  run->add_option("--profile", options.profile, "enterprise, 1-5-10 or a file");
  run->add_option("--gate", options.gates, "KEY=VALUE: score=80, recover=60m, lost_orders=0, d4=20")
      ->allow_extra_args(false);
  run->add_option("--allow", options.hosts, "A host that the scenario may reach")
      ->allow_extra_args(false);
  run->add_option("--out", options.out, "Folder for the results (out/SCENARIO)");
  run->add_option("--ready-file", options.ready_file, "Live: gets every URL and token");
  run->add_option("--team-file", options.team_file, "Live: gets the team's URLs and token");
  run->add_flag("--json", options.json, "Print score.json");
  run->callback([&] { chosen = [&options] { return run_command(options); }; });
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
  plan->add_option("--seed", options.seed, "Instead of the scenario's own");
  plan->add_option("--allow", options.hosts, "A host that the scenarios may reach")
      ->allow_extra_args(false);
  plan->add_flag("--json", options.json, "Print the whole resolved plan");
  plan->callback([&] { chosen = [&options] { return plan_command(options); }; });
}

void offer_up(CLI::App& app, UpOptions& options, std::string& ports, Chosen& chosen) {
  CLI::App* up = app.add_subcommand("up", "Stand the estate up until Ctrl-C");
  up->add_option("FILE", options.file, "A scenario whose timeline runs; none: fixtures only");
  up->add_option("--seed", options.seed, "Instead of the scenario's own");
  up->add_option("--bind", options.bind, "Address to listen on (127.0.0.1)");
  up->add_option("--ports", ports, "hesi=8101,airline=8102,… (0: a free one)");
  up->add_option("--ready-file", options.ready_file, "Gets every URL and token, mode 0600");
  up->add_option("--team-file", options.team_file, "Gets the team's URLs and token, mode 0600");
  up->add_option("--allow", options.hosts, "A host that the scenario may reach")
      ->allow_extra_args(false);
  up->add_option("--out", options.out, "Folder for the ledger (out/up)");
  up->callback([&] {
    chosen = [&] {
      options.ports = parse_ports(ports);
      return up_command(options);
    };
  });
}

void offer_score(CLI::App& app, ScoreOptions& options, Chosen& chosen) {
  CLI::App* score = app.add_subcommand("score", "Score a stored drill again");
  score->add_option("LEDGER", options.ledger, "ledger.jsonl of a drill")->required();
  score->add_option("--profile", options.profile, "Instead of the drill's own");
  score->add_option("--out", options.out, "Folder for the reports");
  score->add_flag("--json", options.json, "Print score.json");
  score->callback([&] { chosen = [&options] { return score_command(options); }; });
}

void offer_report(CLI::App& app, ScoreOptions& options, Chosen& chosen) {
  CLI::App* report = app.add_subcommand("report", "Render the reports of a stored drill again");
  report->add_option("LEDGER", options.ledger, "ledger.jsonl of a drill")->required();
  report->add_option("--out", options.out, "Folder for the reports (the ledger's own)");
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

int run(int argc, char** argv) {
  CLI::App app{"Mayday: fault drills for corporate travel systems", "mayday"};
  app.require_subcommand(1);
  app.set_version_flag("--version", "mayday 0.1.0");
  Chosen chosen;
  RunOptions run_options;
  FileOptions check_options;
  FileOptions plan_options;
  UpOptions up_options;
  std::string ports;
  ScoreOptions score_options;
  ScoreOptions report_options;
  offer_run(app, run_options, chosen);
  offer_check(app, check_options, chosen);
  offer_plan(app, plan_options, chosen);
  offer_up(app, up_options, ports, chosen);
  offer_score(app, score_options, chosen);
  offer_report(app, report_options, chosen);
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
  mayday::hold_signals();
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
