#include "mayday/reports/write_reports.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "mayday/base/input_error.h"
#include "mayday/reports/report_html.h"
#include "mayday/reports/score_json.h"
#include "sample.h"

namespace mayday {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

class WriteReports : public ::testing::Test {
 protected:
  WriteReports() {
    std::string pattern = (fs::temp_directory_path() / "mayday-reports-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) ADD_FAILURE() << "no temporary folder";
    folder = pattern;
  }
  ~WriteReports() override { fs::remove_all(folder); }

  static std::vector<std::string> names(const fs::path& in) {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator(in))
      all.push_back(entry.path().filename().string());
    std::sort(all.begin(), all.end());
    return all;
  }
  static std::string content(const fs::path& of) {
    std::ifstream file(of, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  fs::path folder;
};

TEST_F(WriteReports, FillsTheFolderWithFiveFilesAndNothingElse) {
  fs::path deep = folder / "runs" / "one";
  write_reports(sample_card(), sample_events(), deep.string());
  EXPECT_THAT(names(deep),
              ElementsAre("junit.xml", "report.html", "score.json", "summary.md", "timeline.csv"));
  EXPECT_EQ(content(deep / "score.json"), score_json(sample_card()));
  EXPECT_EQ(content(deep / "report.html"), report_html(sample_card(), sample_events()));
}

TEST_F(WriteReports, ReplacesWhatWasThere) {
  std::ofstream(folder / "score.json") << "old";
  write_reports(sample_card(), sample_events(), folder.string());
  EXPECT_EQ(content(folder / "score.json"), score_json(sample_card()));
}

TEST_F(WriteReports, AFolderThatCannotBeMadeIsTheEnvironmentsFault) {
  std::ofstream(folder / "file") << "in the way";
  EXPECT_THROW(write_reports(sample_card(), sample_events(), (folder / "file" / "below").string()),
               EnvironmentError);
}

TEST_F(WriteReports, AFileThatCannotBePlacedIsNamedAndLeavesNothingHalf) {
  fs::create_directories(folder / "report.html" / "in the way");
  try {
    write_reports(sample_card(), sample_events(), folder.string());
    ADD_FAILURE() << "wrote over a folder";
  } catch (const EnvironmentError& error) {
    EXPECT_THAT(error.what(), HasSubstr("report.html: cannot be written"));
  }
  EXPECT_THAT(names(folder),
              ElementsAre("junit.xml", "report.html", "score.json", "summary.md", "timeline.csv"));
}

}  // namespace
}  // namespace mayday
