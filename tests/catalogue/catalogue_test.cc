#include "mayday/catalogue/catalogue.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "mayday/base/input_error.h"
#include "records.h"

namespace mayday {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// A folder of the test's own.
class CatalogueTest : public testing::Test {
 protected:
  CatalogueTest() { std::filesystem::create_directories(folder_); }
  ~CatalogueTest() override { std::filesystem::remove_all(folder_); }

  std::string path() const { return (folder_ / "catalogue.sqlite").string(); }
  static LedgerFile file(const DrillRecord& record) { return {record.ledger, 100, 7}; }
  static std::vector<std::string> ledgers(const Catalogue& catalogue, const std::string& of = {}) {
    std::vector<std::string> found;
    for (const DrillRecord& record : catalogue.drills(of)) found.push_back(record.ledger);
    return found;
  }
  /// What the constructor says against a file with these bytes.
  std::string complaint(const std::string& bytes) {
    std::ofstream(path(), std::ios::binary) << bytes;
    try {
      Catalogue catalogue(path());
    } catch (const InputError& error) {
      return error.what();
    }
    return {};
  }

 private:
  std::filesystem::path folder_ = std::filesystem::path(testing::TempDir()) /
                                  testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(CatalogueTest, KeepsDrillsInOrderOfTimeOverOpenings) {
  DrillRecord first = drill("case-one", 100);
  DrillRecord second = drill("case-two", 200);
  second.title = {"登录失败'; DROP TABLE drill; --", "log-ins fail"};
  {
    Catalogue catalogue(path());
    catalogue.enter(file(second), second);
    catalogue.enter(file(first), first);
  }
  Catalogue again(path());
  EXPECT_THAT(ledgers(again), ElementsAre(first.ledger, second.ledger));
  EXPECT_THAT(ledgers(again, "case-two"), ElementsAre(second.ledger));
  EXPECT_EQ(again.drills("case-two")[0].title.zh, second.title.zh);
  EXPECT_EQ(again.drills("case-one")[0].took[0].took, first.took[0].took);
}

TEST_F(CatalogueTest, KnowsAFileOnlyAsItWasAndByItsModel) {
  Catalogue catalogue(path());
  DrillRecord record = drill("case-one", 100);
  catalogue.enter(file(record), record);
  EXPECT_TRUE(catalogue.knows(file(record), "s1"));
  EXPECT_FALSE(catalogue.knows(file(record), "s2"));
  EXPECT_FALSE(catalogue.knows({record.ledger, 101, 7}, "s1"));
  EXPECT_FALSE(catalogue.knows({record.ledger, 100, 8}, "s1"));
}

TEST_F(CatalogueTest, ForgetsWhatIsGone) {
  Catalogue catalogue(path());
  DrillRecord first = drill("case-one", 100);
  DrillRecord second = drill("case-one", 200);
  catalogue.enter(file(first), first);
  catalogue.enter(file(second), second);
  catalogue.keep_only({file(second)});
  EXPECT_THAT(ledgers(catalogue), ElementsAre(second.ledger));
}

TEST_F(CatalogueTest, LeavesAFileThatIsNoCatalogueAlone) {
  std::string bytes = "a letter to the team, which nobody may overwrite";
  EXPECT_THAT(complaint(bytes), HasSubstr("is no catalogue; name another file with --catalogue"));
  std::ifstream file(path(), std::ios::binary);
  std::string left{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(left, bytes);
}

}  // namespace
}  // namespace mayday
