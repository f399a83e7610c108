#pragma once

#include <string>
#include <vector>

#include "mayday/scoring/ppm.h"
#include "mayday/scoring/scorecard.h"

namespace mayday {

/// A sighting of the fault that was matched to it.
struct Detection {
  Instant at = kNever;
  std::string source;   ///< alert | human | vendor | user.
  bool hinted = false;  ///< A person's, after a hint.
  std::string what;     ///< "alert LogInFailing".
};

/// How the vendor was brought in.
struct VendorFacts {
  bool duty = false;            ///< The scenario asks for it.
  std::int64_t evidence = 0;    ///< Valid items of the first ticket, 0..6.
  bool clock_recorded = false;  ///< The vendor's answer to the ticket is on record.
  bool breached = false;        ///< It answered later than it promises.
  bool escalated = false;       ///< … and the team escalated in time.
  std::int64_t updates = 0;     ///< What the vendor said of the ticket.
  std::int64_t relayed = 0;     ///< … that was passed on in time.
};

/// All that the model needs to know of one fault: stamps and facts, no events. The dimensions are
/// functions of it alone, so that they can be tested and explained without a ledger.
struct FaultTimeline {
  std::string id;
  Instant arm = kNever;
  Instant onset = kNever;
  Instant symptom = kNever;  ///< All clocks of the team start here.
  Instant acknowledged = kNever;
  Instant declared = kNever;
  Instant vendor_ticket = kNever;
  Instant vendor_reply = kNever;
  Instant bypassed = kNever;
  Instant mitigated = kNever;
  Instant recovered = kNever;
  Instant clean = kNever;
  Instant fixed = kNever;
  Instant verified = kNever;
  Instant closed = kNever;
  Instant reviewed = kNever;
  Instant claimed_mitigated = kNever;
  Instant claimed_recovered = kNever;
  Instant end = kNever;  ///< Of the drill; open spans are judged up to it.

  std::vector<Detection> detections;       ///< In order of receipt.
  std::vector<LevelAt> truth;              ///< Never empty when there was a symptom; only rises.
  std::vector<LevelAt> given;              ///< In order; none before `declared`.
  std::vector<LocationAttempt> locations;  ///< In order; at, quality and evidence are read.
  std::vector<NoticeCheck> notices;        ///< In order; none before the onset.
  VendorFacts vendor;
  BooksCheck books;

  Duration delta{0};  ///< How finely the journeys sampled it.
  int flaps = 0;
  Instant relapsed = kNever;  ///< The first of them.
  bool handled = false;       ///< An incident was matched to it.
  bool noticed = false;       ///< Somebody acknowledged its alert or triaged a ticket about it.
  bool self_healed = false;
  bool acted = false;   ///< The team did something against it.
  bool silent = false;  ///< It shows in the books alone.
};

/// The level in force at `at`: that of the last step not after it, of the first step before any.
int level_at(const std::vector<LevelAt>& steps, Instant at);

/// The earliest detection; a never-detection when there is none.
Detection first_detection(const FaultTimeline& fault);

/// The first notice that names the impact and what is being done.
Instant first_notice(const FaultTimeline& fault);

/// When the fault stopped hurting users, or the drill ended.
Instant mitigated_or_end(const FaultTimeline& fault);
Instant recovered_or_end(const FaultTimeline& fault);

/// Something that costs points by itself.
struct Charge {
  std::string what;  ///< "alert DiskFull", "recovered at 12:05".
  Instant at = kNever;
};

struct HintTaken {
  std::int64_t cost = 0;  ///< Points.
  Instant at = kNever;
};

/// What went on outside any one fault.
struct DrillFacts {
  std::vector<FaultTimeline> faults;
  std::vector<Charge> false_alarms;
  std::vector<Charge> premature;  ///< Claims that measured time refutes.
  std::vector<HintTaken> hints;
  Duration length{0};  ///< As long as it really was, without those under way at the end.
  BooksCheck books;
};

}  // namespace mayday
