#include <gtest/gtest.h>

#include "fault_text.h"

namespace mayday::test {
namespace {

/// The text of every ```yaml block of a page.
std::vector<std::string> yaml_blocks(const std::string& page) {
  constexpr std::string_view kFence = "```yaml\n";
  std::vector<std::string> blocks;
  for (std::size_t at = page.find(kFence); at != std::string::npos; at = page.find(kFence, at)) {
    at += kFence.size();
    std::size_t end = page.find("```", at);
    blocks.push_back(page.substr(at, end - at));
    at = end + 3;
  }
  return blocks;
}

/// The value after "key: " on a line of its own, or nothing.
std::string value_of(const std::string& block, const std::string& key) {
  std::size_t at = ("\n" + block).find("\n" + key + ": ");
  if (at == std::string::npos) return {};
  std::size_t from = at + key.size() + 2;
  return block.substr(from, block.find('\n', from) - from);
}

/// Each line two columns further in.
std::string indented(const std::string& block) {
  std::string text = "  ";
  for (char c : block) text += c == '\n' ? "\n  " : std::string{c};
  return text.substr(0, text.size() - 2);
}

/// Reads a block as what it is: a scenario, a list of faults, a responder, a journey, or alert
/// rules. Scenarios stay in a folder by their names, so that a later one may extend an earlier one.
void check(const std::string& block, const Folder& scenarios) {
  Folder folder;
  std::string drill = folder.write("drill.yaml", small_scenario());
  std::string journey = value_of(block, "journey");
  std::string scenario = value_of(block, "scenario");
  if (!scenario.empty()) {
    drill = scenarios.write(scenario + ".yaml", block);
  } else if (block.starts_with("- id: ")) {
    drill = folder.write("drill.yaml", scenario_of(indented(block)));
  } else if (!journey.empty()) {
    folder.write("journeys/" + journey + ".yaml", block);
    drill = folder.write("drill.yaml", with(small_scenario(), "submit-expense", journey));
  } else if (block.find("\nalerts:") != std::string::npos || block.starts_with("alerts:")) {
    folder.write("alerts.yaml", block);
  } else {
    Plan plan = load_scenario(kLibrary + "/hesi-auth-upgrade.yaml", with_library()).plan;
    load_responder(folder.write("team.yaml", block), &plan);
    return;
  }
  LoadOptions options = with_library();
  options.allow_hosts = {"api.duffel.com", "desk.example"};
  LoadedScenario loaded = load_scenario(drill, options);
  if (!journey.empty()) return;  // the small scenario's fault is about approvals
  EXPECT_TRUE(loaded.warnings.empty()) << block;
}

TEST(DocumentedScenarios, AreAllRight) {
  std::vector<std::string> blocks = yaml_blocks(read_file(kSource + "/docs/scenarios.md"));
  EXPECT_GE(blocks.size(), 5U);
  for (const std::string& block : yaml_blocks(read_file(kSource + "/docs/vendors.md")))
    blocks.push_back(block);
  Folder scenarios;
  for (const std::string& block : blocks) {
    try {
      check(block, scenarios);
    } catch (const InputError& error) {
      ADD_FAILURE() << error.what() << "\nin\n" << block;
    }
  }
}

}  // namespace
}  // namespace mayday::test
