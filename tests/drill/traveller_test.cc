#include "mayday/drill/traveller.h"

#include <gtest/gtest.h>

#include "mayday/base/json_path.h"

namespace mayday {
namespace {

Traveller ann() {
  Person person{"corp:ID1", "安\"妮", "D1", "corp:Sales", false};
  return Traveller(person, Client::mobile, "log-in/7", 1'772'413'200);  // 2026-03-02T01:00:00Z
}

TEST(Traveller, FillsNamesForATargetAndForJson) {
  Traveller traveller = ann();
  traveller.keep("claim", "CL/1");
  EXPECT_EQ(traveller.fill("/api/claims/{claim}?who={staff.id}", true),
            "/api/claims/CL%2F1?who=corp%3AID1");
  EXPECT_EQ(traveller.fill(R"({"name":"{staff.name}","client":"{client}"})", false),
            R"({"name":"安\"妮","client":"mobile"})");
  EXPECT_EQ(traveller.fill("{date+1} {date+30}", false), "2026-03-03 2026-04-01");
}

TEST(Traveller, LeavesWhatItDoesNotKnow) {
  EXPECT_EQ(ann().fill("{nobody} {} {\"a\":1}", false), "{nobody} {} {\"a\":1}");
}

TEST(JsonPath, FindsScalarsAndNothingElse) {
  json::value value{{"offers", {{{"id", "off_1"}}, {{"id", 7}}}}, {"ok", true}};
  EXPECT_EQ(text_at(value, "offers.0.id"), "off_1");
  EXPECT_EQ(text_at(value, "offers.1.id"), "7");
  EXPECT_EQ(text_at(value, "ok"), "true");
  for (const char* path :
       {"offers", "offers.2.id", "offers.-1.id", "offers.x", "ok.deeper", "none"})
    EXPECT_EQ(text_at(value, path), "") << path;
}

}  // namespace
}  // namespace mayday
