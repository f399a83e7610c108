#include "mayday/ledger/synced_file.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "mayday/base/input_error.h"

namespace mayday {
namespace {

class SyncedFileTest : public ::testing::Test {
 protected:
  std::filesystem::path folder =
      std::filesystem::path(::testing::TempDir()) /
      ("synced_file." +
       std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
  std::string path = (folder / "ledger.jsonl").string();

  void SetUp() override {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
  }
  void TearDown() override { std::filesystem::remove_all(folder); }

  std::string content() {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }
};

TEST_F(SyncedFileTest, KeepsEverythingInOrderAndSaysWhenItIsDurable) {
  std::atomic<int> durable = 0;
  std::string expected;
  {
    SyncedFile file(path, [](std::string) {});
    for (int i = 0; i < 1000; ++i) {
      std::string line = std::to_string(i) + "\n";
      file.append(line);
      expected += line;
      file.when_durable([&] { ++durable; });
    }
    EXPECT_TRUE(file.sync());
    EXPECT_EQ(durable, 1000);
    EXPECT_EQ(content(), expected);
  }
  struct stat status {};
  ASSERT_EQ(::stat(path.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST_F(SyncedFileTest, NeverWritesOverAnotherLedger) {
  {
    SyncedFile file(path, [](std::string) {});
  }
  EXPECT_THROW(SyncedFile(path, [](std::string) {}), EnvironmentError);
}

TEST_F(SyncedFileTest, AFullDiskIsSaidAndNothingIsCalledDurable) {
  // The process's own limit on file sizes stands in for a full disk: the write fails with EFBIG.
  std::signal(SIGXFSZ, SIG_IGN);
  struct rlimit before {};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  struct rlimit small {
    4096, before.rlim_max
  };
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  std::string told;
  std::atomic<int> durable = 0;
  {
    SyncedFile file(path, [&](std::string what) { told = std::move(what); });
    file.append(std::string(8192, 'x'));
    file.when_durable([&] { ++durable; });
    EXPECT_FALSE(file.sync());
    file.append("more");
    EXPECT_FALSE(file.sync());
  }
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  EXPECT_EQ(durable, 0);
  EXPECT_NE(told.find("the ledger cannot be written"), std::string::npos);
}

}  // namespace
}  // namespace mayday
