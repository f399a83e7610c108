#include <iostream>

#include "commands.h"
#include "folders.h"
#include "mayday/base/input_error.h"
#include "mayday/reader/scenario.h"

namespace mayday {

int check_command(const FileOptions& options) {
  LoadOptions load;
  load.seed = options.seed;
  load.library = library_folder();
  load.allow_hosts = options.hosts;
  std::string wrong;
  for (const std::string& file : options.files) {
    try {
      LoadedScenario scenario = load_scenario(file, load);
      for (const auto& [name, path] : scenario.responders) load_responder(path, &scenario.plan);
      for (const std::string& warning : scenario.warnings) std::cerr << warning << "\n";
      bool ungated = scenario.plan.gates.empty() && !scenario.plan.faults.empty();
      std::cout << file << ": good" << (ungated ? "; it has no gates, so any score passes" : "")
                << "\n";
    } catch (const InputError& error) {  // the other files are checked all the same
      wrong += (wrong.empty() ? "" : "\n") + std::string(error.what());
    }
  }
  if (!wrong.empty()) throw InputError(wrong);
  return 0;
}

}  // namespace mayday
