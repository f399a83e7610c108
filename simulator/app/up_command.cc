#include <algorithm>
#include <charconv>
#include <chrono>
#include <iostream>

#include "commands.h"
#include "folders.h"
#include "live_stage.h"
#include "mayday/base/input_error.h"
#include "mayday/reader/scenario.h"
#include "results_folder.h"

namespace mayday {

std::array<std::uint16_t, kMembers> parse_ports(const std::string& text) {
  std::array<std::uint16_t, kMembers> ports{};
  std::string_view rest = text;
  while (!rest.empty()) {
    std::size_t comma = rest.find(',');
    std::string_view pair = rest.substr(0, comma);
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
    std::size_t equals = pair.find('=');
    std::optional<Member> member = parse_member(pair.substr(0, equals));
    std::uint16_t port = 0;
    std::string_view number = equals == std::string_view::npos ? "" : pair.substr(equals + 1);
    auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), port);
    if (!member || number.empty() || error != std::errc{} || end != number.data() + number.size())
      throw InputError("--ports " + text + ": \"" + std::string(pair) +
                       "\" is not MEMBER=PORT; members are hesi, airline, hotel, payment, desk, "
                       "control, team, ports 0 (a free one) to 65535");
    ports[static_cast<std::size_t>(*member)] = port;
  }
  return ports;
}

int up_command(const UpOptions& options) {
  LoadOptions load;
  load.seed = options.seed;
  load.library = library_folder();
  load.allow_hosts = options.listening.hosts;
  load.starts = std::chrono::duration_cast<std::chrono::seconds>(
                    std::chrono::system_clock::now().time_since_epoch())
                    .count();
  Plan plan = options.file.empty() ? default_estate(load) : load_scenario(options.file, load).plan;
  const auto& ports = options.listening.ports;
  bool chosen =
      std::any_of(ports.begin(), ports.end(), [](std::uint16_t port) { return port != 0; });
  if (chosen && options.estates > 1)
    throw InputError(
        "--ports names the ports of one estate; with --estates leave it out and read "
        "them from --ready-file");
  std::string folder = options.out.empty() ? "out/up" : options.out;
  std::vector<LiveStage> stages;
  std::vector<ResultsFolder> results;
  for (int number = 1; number <= options.estates; ++number) {
    LiveStage stage;
    stage.plan = plan;
    stage.profile = "enterprise";
    stage.folder = options.estates == 1 ? folder : folder + "/" + std::to_string(number);
    results.emplace_back(stage.folder);
    stages.push_back(std::move(stage));
  }
  std::string kept;
  for (const LiveStage& stage : stages)
    kept += "Closed; its ledger is " + stage.folder + "/ledger.jsonl\n";
  run_live(std::move(stages), options.listening, true);
  std::cout << kept;
  return 0;
}

}  // namespace mayday
