#include <gtest/gtest.h>

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "mayday/ledger/events.h"

namespace mayday {
namespace {

using Names = std::set<std::string>;

/// Names in the first column of the table under each "### " heading of docs/ledger.md.
std::map<std::string, Names> documented() {
  std::ifstream file(MAYDAY_SOURCE_DIR "/docs/ledger.md");
  std::map<std::string, Names> sections;
  std::string heading;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#")) heading = line.starts_with("### ") ? line.substr(4) : "";
    if (heading.empty() || !line.starts_with("| `")) continue;
    sections[heading].insert(line.substr(3, line.find('`', 3) - 3));
  }
  return sections;
}

template <class Struct>
Names members() {
  Names names;
  boost::mp11::mp_for_each<boost::describe::describe_members<Struct, boost::describe::mod_public>>(
      [&](auto member) { names.insert(member.name); });
  return names;
}

template <class... Bodies>
std::map<std::string, Names> kinds() {
  return {{"`" + std::string(Bodies::kKind) + "`", members<Bodies>()}...};
}

std::map<std::string, Names> in_code() {
  using namespace events;
  auto all =
      kinds<Open, Added, Armed, Bit, Ended, Conduct, Journey, Tally, Failing, Gauge, Alert, Action,
            Vendor, Inject, Regression, Reconciled, Replayed, Books, Pause, Resume, Slip, Close>();
  all["`tally` row"] = members<TallyRow>();
  all["`action` finding"] = members<Finding>();
  all["`regression` row"] = members<RegressionRow>();
  all["`books` row"] = members<BookRow>();
  return all;
}

TEST(LedgerPage, ListsExactlyTheMembersOfEveryKind) {
  std::map<std::string, Names> page = documented();
  std::map<std::string, Names> code = in_code();
  for (const auto& [heading, names] : code) EXPECT_EQ(page[heading], names) << heading;
  for (const auto& [heading, names] : page)
    EXPECT_TRUE(!heading.starts_with("`") || code.contains(heading)) << heading << " is no kind";
}

/// Guards the list above: every struct with a kind in events.h is in it.
TEST(LedgerPage, KnowsEveryKindOfTheHeader) {
  std::ifstream file(MAYDAY_SOURCE_DIR "/simulator/ledger/include/mayday/ledger/events.h");
  std::map<std::string, Names> code = in_code();
  std::size_t found = 0;
  for (std::string line; std::getline(file, line);) {
    std::size_t at = line.find("kKind = \"");
    if (at == std::string::npos) continue;
    ++found;
    std::string kind = line.substr(at + 9, line.find('"', at + 9) - at - 9);
    EXPECT_TRUE(code.contains("`" + kind + "`")) << kind;
  }
  EXPECT_EQ(found, 22U);
}

}  // namespace
}  // namespace mayday
