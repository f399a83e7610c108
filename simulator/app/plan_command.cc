#include <iostream>

#include "commands.h"
#include "folders.h"
#include "mayday/base/json.h"
#include "mayday/reader/scenario.h"
#include "plan_page.h"

namespace mayday {

int plan_command(const FileOptions& options) {
  LoadOptions load;
  load.seed = options.seed;
  load.library = library_folder();
  load.allow_hosts = options.hosts;
  for (std::size_t i = 0; i < options.files.size(); ++i) {
    LoadedScenario scenario = load_scenario(options.files[i], load);
    for (const std::string& warning : scenario.warnings) std::cerr << warning << "\n";
    if (i > 0 && !options.json) std::cout << "\n";
    std::cout << (options.json ? canonical(json::value_from(scenario.plan)) + "\n"
                               : plan_page(scenario.plan));
  }
  return 0;
}

}  // namespace mayday
