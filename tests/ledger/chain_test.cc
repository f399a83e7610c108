#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mayday/base/input_error.h"
#include "mayday/ledger/events.h"
#include "mayday/ledger/ledger.h"
#include "mayday/ledger/reader.h"

namespace mayday {
namespace {

using ::testing::HasSubstr;

class LedgerTest : public ::testing::Test {
 protected:
  std::string text;
  Ledger ledger{[this](std::string_view line) { text += line; }};

  LedgerTest() {
    events::Open open;
    open.world = "virtual";
    open.plan.scenario = "case";
    ledger.add(Instant{}, open);
    ledger.add(Instant{5min}, events::Armed{"approval-timeout"});
    ledger.add(Instant{6min}, events::Bit{"approval-timeout", "周岚", "approveFlows"});
    ledger.add(Instant{10min}, events::Close{"length"});
  }

  std::string message(const std::string& bytes) {
    try {
      read_ledger_text(bytes, "ledger.jsonl");
    } catch (const InputError& error) {
      return error.what();
    }
    return "accepted";
  }

  std::size_t line_start(int line) {
    std::size_t at = 0;
    for (int i = 1; i < line; ++i) at = text.find('\n', at) + 1;
    return at;
  }
};

TEST_F(LedgerTest, IsReadBackWhole) {
  StoredLedger stored = read_ledger_text(text, "ledger.jsonl");
  ASSERT_EQ(stored.events.size(), 4U);
  EXPECT_EQ(stored.head, ledger.head());
  EXPECT_TRUE(stored.closed);
  EXPECT_TRUE(stored.torn.empty());
  EXPECT_EQ(as<events::Open>(stored.events[0]).plan.scenario, "case");
  EXPECT_EQ(as<events::Bit>(stored.events[2]).victim, "周岚");
  EXPECT_EQ(stored.events[1].t, Instant{5min});
}

TEST_F(LedgerTest, ATornTailIsCutOffAndSaidSo) {
  for (std::size_t cut = line_start(4) + 1; cut < text.size(); ++cut) {
    StoredLedger stored = read_ledger_text(text.substr(0, cut), "ledger.jsonl");
    EXPECT_EQ(stored.events.size(), 3U) << cut;
    EXPECT_THAT(stored.torn, HasSubstr("line 4 was torn")) << cut;
    EXPECT_FALSE(stored.closed);
  }
}

TEST_F(LedgerTest, EveryChangedByteIsNoticed) {
  // All but the last line: a change there shows in the head, which reports print.
  for (std::size_t i = 0; i < line_start(4); ++i) {
    std::string forged = text;
    forged[i] = forged[i] == 'x' ? 'y' : 'x';
    if (text[i] == '\n' && i + 1 == line_start(4))
      continue;  // then lines 3 and 4 are one torn tail
    EXPECT_NE(message(forged), "accepted") << "byte " << i;
  }
}

TEST_F(LedgerTest, ASwappedOrMissingLineIsNamed) {
  std::size_t second = line_start(2);
  std::size_t third = line_start(3);
  std::string without = text.substr(0, second) + text.substr(third);
  EXPECT_THAT(message(without), HasSubstr("ledger.jsonl:2: the chain is broken here"));
}

TEST_F(LedgerTest, HostileBytesAreRefusedWithTheirPlace) {
  EXPECT_THAT(message(""), HasSubstr("the ledger is empty"));
  EXPECT_THAT(message("[1]\n{}\n"), HasSubstr("ledger.jsonl:1: not a JSON object"));
  EXPECT_THAT(message("{\"kind\":\"open\",\"t\":1.5}\n{}\n"), HasSubstr("no fractions"));
  EXPECT_THAT(message(std::string(100'000, '[') + "\n{}\n"), HasSubstr("ledger.jsonl:1"));
  EXPECT_THAT(message(text.substr(line_start(2))), HasSubstr("the chain is broken here"));
}

}  // namespace
}  // namespace mayday
