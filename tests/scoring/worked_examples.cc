#include "worked_examples.h"

namespace mayday::worked {
namespace {

const std::vector<std::string> kSix{"impact", "since", "measures", "workaround", "next", "contact"};

NoticeCheck notice(std::int64_t at, const std::vector<std::string>& channels) {
  NoticeCheck notice;
  notice.at = minute(at);
  notice.elements = kSix;
  notice.channels = channels;
  notice.audience = "affected";
  notice.counts = true;
  return notice;
}

LocationAttempt attempt(std::int64_t at, Ppm quality) {
  LocationAttempt attempt;
  attempt.at = minute(at);
  attempt.quality = quality;
  attempt.evidence = true;
  return attempt;
}

}  // namespace

Instant minute(std::int64_t n) { return Instant{std::chrono::minutes{n}}; }

FaultTimeline case_one() {
  FaultTimeline fault;
  fault.id = "approval-timeout";
  fault.onset = minute(0);
  fault.symptom = minute(1);
  fault.detections = {{minute(4), "alert", false, "alert ApprovalsStall"}};
  fault.declared = minute(9);
  fault.truth = {{minute(1), 2}};
  fault.given = {{minute(12), 3}, {minute(22), 2}};
  fault.locations = {attempt(18, 0), attempt(26, kOne)};
  fault.vendor_ticket = minute(15);
  fault.vendor = {true, 4, true, false, false, 3, 2};
  const std::vector<std::string> two{"mail", "announcement"};
  fault.notices = {notice(25, two), notice(50, two), notice(66, two), notice(72, two)};
  fault.notices[1].eta = minute(68);
  fault.bypassed = minute(35);
  fault.mitigated = minute(62);
  fault.recovered = minute(70);
  fault.verified = minute(90);
  fault.end = minute(120);
  fault.books.known = true;
  fault.books.operations = 1200;
  fault.books.f1 = 909'091;
  fault.delta = 15s;
  fault.handled = fault.noticed = fault.acted = true;
  return fault;
}

FaultTimeline case_two() {
  FaultTimeline fault;
  fault.id = "auth-upgrade";
  fault.onset = minute(0);
  fault.symptom = Instant{30s};
  fault.detections = {{minute(6), "user", false, "ticket"},
                      {minute(9), "alert", false, "alert LogIn"}};
  fault.declared = minute(10);
  fault.truth = {{Instant{30s}, 1}};
  fault.given = {{minute(11), 1}};
  fault.locations = {attempt(20, kOne)};
  fault.vendor_ticket = minute(18);
  fault.vendor = {true, 5, true, true, false, 2, 2};
  const std::vector<std::string> three{"mail", "announcement", "oa"};
  fault.notices = {notice(14, three), notice(34, three), notice(52, three), notice(76, three)};
  fault.notices[0].eta = minute(40);
  fault.notices[1].recovered = fault.notices[1].premature = true;
  fault.mitigated = minute(38);
  fault.flaps = 1;
  fault.recovered = minute(75);
  fault.verified = minute(95);
  fault.end = minute(120);
  fault.books.known = true;
  fault.books.operations = 800;
  fault.books.duplicates = 1;
  fault.books.f1 = 800'000;
  fault.delta = 15s;
  fault.handled = fault.noticed = fault.acted = true;
  return fault;
}

DrillFacts drill(const FaultTimeline& fault) {
  DrillFacts facts;
  facts.faults = {fault};
  facts.length = 2h;
  facts.books = fault.books;
  return facts;
}

DrillFacts case_one_drill() {
  DrillFacts facts = drill(case_one());
  facts.false_alarms = {{"alert DiskFull", minute(3)}};
  return facts;
}

DrillFacts case_two_drill() {
  DrillFacts facts = drill(case_two());
  facts.premature = {{"recovered at 34:00", minute(34)}};
  return facts;
}

}  // namespace mayday::worked
