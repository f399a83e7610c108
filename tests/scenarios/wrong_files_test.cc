#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "files.h"

namespace mayday::test {
namespace {

const std::string kWrong = kSource + "/tests/scenarios/wrong";

std::set<std::string> wrong_files() {
  std::set<std::string> paths;
  for (const auto& file : std::filesystem::directory_iterator(kWrong))
    if (file.path().extension() == ".yaml") paths.insert(file.path().string());
  return paths;
}

TEST(WrongFiles, AreEachAnsweredWithTheWholeMessageBesideThem) {
  // Every wrong/NAME.yaml is a good scenario with one thing wrong; wrong/NAME.txt is exactly what a
  // person must read: place, message, line and caret.
  std::set<std::string> paths = wrong_files();
  EXPECT_GE(paths.size(), 165U);
  for (const std::string& path : paths) {
    std::string expected =
        read_file(std::filesystem::path(path).replace_extension(".txt").string());
    EXPECT_EQ(complaint_about(path, with_library()) + "\n", expected) << path;
  }
}

TEST(WrongFiles, AreToldTheFirstThingWrongOnly) {
  std::string text = with(with(small_scenario(), "length: 60m", "length: 60"), "at: 10m", "at: 10");
  EXPECT_EQ(complaint_about_text(text),
            "drill.yaml:3:9: the duration '60' has no unit; write '60s' or '60m'\n"
            "    length: 60\n"
            "            ^");
}

TEST(WrongFiles, OfAJourneyAreNamedByTheirOwnPath) {
  Folder folder;
  folder.write(
      "journeys/log-in.yaml",
      "journey: log-in\ntitle: Log in\ngood_within: 10s\npatience: 8s\nsteps:\n"
      "  - name: sign-in\n    call: GET /x/{sesion}\n    function: login\n    expect: [200]\n");
  std::string path = folder.write("drill.yaml", with(small_scenario(), "submit-expense", "log-in"));
  EXPECT_EQ(
      complaint_about(path, with_library()),
      "journeys/log-in.yaml:7:11: nothing of the name 'sesion' is kept before this step; known "
      "are: staff.id, staff.code, staff.name, staff.department, client, ordinal and date+1\n"
      "    call: GET /x/{sesion}\n"
      "          ^");
}

}  // namespace
}  // namespace mayday::test
