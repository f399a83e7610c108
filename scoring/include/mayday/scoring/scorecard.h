#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "mayday/base/json.h"
#include "mayday/base/plan.h"
#include "mayday/base/text.h"
#include "mayday/base/time.h"

/// What a drill was worth and why. Everything a report needs beside the ledger itself; nothing in
/// it waits to be worked out. All structs are values, described for Boost.JSON (see json.h).
///
/// Units, everywhere: a `value` is parts per million of the best possible (1'000'000 = all of it);
/// `points`, `score`, `low` and `high` are hundredths of a point (8543 = 85.43); an Instant or a
/// Duration is drill nanoseconds and kNever / kForever is "it did not happen".
namespace mayday {

/// One ingredient of a dimension.
struct Part {
  std::string name;         ///< "alert", "cadence", "recover", … stable, for machines.
  std::int64_t weight = 0;  ///< Share of the dimension, ppm. 0: it multiplies the others.
  std::int64_t value = 0;   ///< ppm.
  std::int64_t loss = 0;    ///< What the dimension lost by it, ppm; losses and value add up to one.
  std::int64_t points = 0;  ///< The same in hundredths of a point of the whole score.
  Text note;                ///< The figures behind it, for a person.
  std::string fault{};      ///< Whose it is; empty where nothing was at fault.
};
BOOST_DESCRIBE_STRUCT(Part, (), (name, weight, value, loss, points, note, fault))

/// One of the seven bars.
struct Dimension {
  std::string id;  ///< d1 … d7.
  Text name;
  bool applies = true;      ///< False: dropped, the other weights were spread out again.
  std::int64_t weight = 0;  ///< Share of the whole score after that spreading, ppm; 0 when dropped.
  std::int64_t value = 0;   ///< ppm.
  std::int64_t points = 0;  ///< weight * value, hundredths of a point.
  std::string mark;         ///< P | S | M | U, or "" when it does not apply.
  Text note;                ///< Why it was dropped or set to nothing; empty otherwise.
  std::vector<Part> parts;
};
BOOST_DESCRIBE_STRUCT(Dimension, (), (id, name, applies, weight, value, points, mark, note, parts))

/// One stamp of a fault: t_arm t_on t_sym t_alert t_det t_ack t_dec t_grade t_loc t_ven t_vack
/// t_usr t_byp t_mit t_rec t_clean t_fix t_ver t_close t_rev d_mit d_rec, in this order, all
/// present.
struct Stamp {
  std::string name;
  Instant at = kNever;
  std::string kind;    ///< known | measured | declared.
  std::string source;  ///< What it was read from: "alert LogInFailing", "action by alice", …
  Text meaning;        ///< "first symptom", for a table.
};
BOOST_DESCRIBE_STRUCT(Stamp, (), (name, at, kind, source, meaning))

/// The stamps of one fault.
struct FaultStamps {
  std::string fault;
  std::vector<Stamp> stamps;
};
BOOST_DESCRIBE_STRUCT(FaultStamps, (), (fault, stamps))

/// A band of the timeline. name: detect | declare | locate | mitigate | recover | verify, each from
/// the stamp it starts at (t_sym, t_det, t_dec, t_dec, t_mit, t_rec). A phase that never ended has
/// to = kNever; one that never began is left out.
struct Phase {
  std::string name;
  Instant from;
  Instant to;
};
BOOST_DESCRIBE_STRUCT(Phase, (), (name, from, to))

/// A step of the level over time; it holds until the next. 1 is the gravest, 0 none.
struct LevelAt {
  Instant at;
  int level = 0;
};
BOOST_DESCRIBE_STRUCT(LevelAt, (), (at, level))

/// A localisation handed in and how it was judged.
struct LocationAttempt {
  Instant at;
  std::string actor;
  std::string incident;
  std::vector<std::string> components;
  std::string kind;
  std::string party;
  std::int64_t component_value = 0;  ///< ppm of the component's share.
  bool kind_right = false;
  bool party_right = false;
  bool evidence = false;     ///< At least one valid evidence id.
  std::int64_t quality = 0;  ///< q, ppm.
  std::int64_t value = 0;    ///< What it would have earned: q, time, order, evidence; ppm.
};
BOOST_DESCRIBE_STRUCT(LocationAttempt, (),
                      (at, actor, incident, components, kind, party, component_value, kind_right,
                       party_right, evidence, quality, value))

/// A true level, the level given and the moments the two changed, both from t_sym to t_mit.
struct GradeStrip {
  std::vector<LevelAt> truth;
  std::vector<LevelAt> given;
};
BOOST_DESCRIBE_STRUCT(GradeStrip, (), (truth, given))

/// One fault, its truth revealed.
struct FaultScore {
  std::string id;
  TruthPlan truth;
  std::string vendor;                  ///< Member it sat in.
  std::int64_t bites = 0;              ///< Exchanges it altered.
  std::int64_t victims = 0;            ///< Different people it bit.
  int level = 0;                       ///< True level, 1..3, the gravest it reached.
  std::int64_t share = 0;              ///< Staff affected at the worst moment, per mille.
  std::vector<std::string> functions;  ///< Of login booking approval payment: down at some moment.
  Instant ended = kNever;
  std::string by;  ///< fix | setting | for | at_most | heal | stop | close; "" when cut off.
  bool self_healed = false;  ///< The script ended it before the team acted.
  bool seen = false;         ///< An alert, ticket or declaration matched it.
  bool handled = false;      ///< An incident was opened for it.
  bool missed = false;       ///< No incident and no mitigation by the team.
  std::string incident;      ///< "INC-1", or "".
  int flaps = 0;
  std::int64_t omega = 0;             ///< Its weight among the faults: 3, 2 or 1.
  std::int64_t score = 0;             ///< S_f, hundredths of a point.
  std::vector<Dimension> dimensions;  ///< Seven.
  GradeStrip grades;
  std::vector<LocationAttempt> locations;
  std::vector<Phase> phases;
};
BOOST_DESCRIBE_STRUCT(FaultScore, (),
                      (id, truth, vendor, bites, victims, level, share, functions, ended, by,
                       self_healed, seen, handled, missed, incident, flaps, omega, score,
                       dimensions, grades, locations, phases))

/// Points that were there to have.
struct Loss {
  std::int64_t points = 0;  ///< Hundredths of a point, positive.
  std::string dimension;  ///< d1 … d7, or false-alarm | premature-claim | hint | cap | no-fault.
  std::string part;       ///< The part's name.
  std::string fault;      ///< Id, or "".
  Text why;               ///< "graded one level too low for 10m".
  Text better;            ///< What to do next time.
  Instant at = kNever;    ///< Of the ledger's event that cost it; kNever: something never came.
  std::string event{};    ///< That event, "alert log-in-failing", "action grade"; "": an absence.
  Text instead{};         ///< The nearest action in this very drill that would have been better.
  std::int64_t gain = 0;  ///< What that would have earned before caps, hundredths of a point: this
                          ///< part and whatever else hangs on it.
};
BOOST_DESCRIBE_STRUCT(Loss, (),
                      (points, dimension, part, fault, why, better, at, event, instead, gain))

/// A gate of the scenario or the command line.
struct GateResult {
  std::string name;         ///< score | baseline | d1 … d7 | recover | lost_orders.
  std::int64_t limit = 0;   ///< As in GatePlan: points, nanoseconds or a count.
  std::int64_t actual = 0;  ///< Points in hundredths, else in the limit's unit.
  bool passed = false;
  Text note;
};
BOOST_DESCRIBE_STRUCT(GateResult, (), (name, limit, actual, passed, note))

/// A ceiling that was in force.
struct Cap {
  std::string name;        ///< missed-l1 | missed-l2 | open-books.
  std::int64_t limit = 0;  ///< Hundredths of a point.
  bool lowered = false;    ///< It took points away.
  Text why;
};
BOOST_DESCRIBE_STRUCT(Cap, (), (name, limit, lowered, why))

/// Words of a notice's free text that were taken for an element, so that a reader can overrule it.
struct WordsFound {
  std::string element;   ///< As in NoticeCheck, or "recovered".
  std::string language;  ///< zh | en: whose phrases they fit.
  std::string words;
  std::int64_t begin = 0;  ///< Bytes of the text, from 0.
  std::int64_t end = 0;
};
BOOST_DESCRIBE_STRUCT(WordsFound, (), (element, language, words, begin, end))

/// A word to the travellers and what it held.
struct NoticeCheck {
  Instant at;
  std::string actor;
  std::string fault;  ///< It was counted for; "" for none.
  std::vector<std::string>
      elements;  ///< Of impact since measures workaround next contact compensation.
  std::vector<std::string> channels;
  std::string audience;    ///< all | affected.
  bool counts = false;     ///< Names impact and measures, and came after the onset.
  bool recovered = false;  ///< Claims recovery.
  bool premature = false;  ///< … while the indicator was bad.
  Instant eta = kNever;
  std::string text;  ///< Free text; of two languages, Chinese.
  std::vector<WordsFound>
      found{};  ///< In free text; what has a member of its own is not among them.
};
BOOST_DESCRIBE_STRUCT(NoticeCheck, (),
                      (at, actor, fault, elements, channels, audience, counts, recovered, premature,
                       eta, text, found))

/// One thing handed in with a ticket and what the estate's own index said of it.
struct EvidenceCheck {
  std::string item;  ///< request-id | time-range | endpoint | error-sample | impact | steps.
  bool given = false;
  bool valid = false;
  Text note;
};
BOOST_DESCRIBE_STRUCT(EvidenceCheck, (), (item, given, valid, note))

struct TicketCheck {
  Instant at;
  std::string actor;
  std::string to;                       ///< Member.
  std::string fault;                    ///< It was counted for; "" for none.
  std::vector<EvidenceCheck> evidence;  ///< Six.
};
BOOST_DESCRIBE_STRUCT(TicketCheck, (), (at, actor, to, fault, evidence))

/// An alert that turned firing.
struct AlertCheck {
  Instant at;
  Instant began;
  std::string alert;
  std::string component;
  std::string fault;       ///< It matched; "" for none.
  std::int64_t match = 0;  ///< Compatibility, ppm.
  bool eligible = false;
  bool false_alarm = false;
};
BOOST_DESCRIBE_STRUCT(AlertCheck, (),
                      (at, began, alert, component, fault, match, eligible, false_alarm))

/// An incident that the team opened.
struct IncidentCheck {
  std::string id;  ///< "INC-1".
  Instant at;
  std::string actor;
  std::string title;
  std::vector<std::string> suspects;
  std::vector<std::string> faults;  ///< Assigned to it; empty for none.
  bool duplicate = false;  ///< Fits a fault that another incident took. Reported, not charged.
  bool false_alarm = false;
};
BOOST_DESCRIBE_STRUCT(IncidentCheck, (),
                      (id, at, actor, title, suspects, faults, duplicate, false_alarm))

/// The books at close. `known` is false when nobody could compare them.
struct BooksCheck {
  bool known = false;
  std::int64_t operations = 0;
  std::int64_t lost = 0;
  std::int64_t duplicates = 0;
  std::int64_t duplicate_payments = 0;
  std::int64_t mismatches = 0;
  std::int64_t stuck = 0;
  std::vector<std::string> bad;       ///< Order ids that differ.
  std::vector<std::string> reported;  ///< What the team reported or found by reconciling.
  std::int64_t f1 = 0;                ///< ppm.
  bool reconciled = false;            ///< The team ran a reconciliation.
};
BOOST_DESCRIBE_STRUCT(BooksCheck, (),
                      (known, operations, lost, duplicates, duplicate_payments, mismatches, stuck,
                       bad, reported, f1, reconciled))

/// What the travellers lived through, one row a journey kind.
struct Impact {
  std::string journey;
  Text title;
  std::int64_t done = 0;
  std::int64_t alternative = 0;  ///< Done, by another path.
  std::int64_t refused = 0;
  std::int64_t failed = 0;
  std::int64_t unknown = 0;
  std::int64_t late = 0;
  std::int64_t people = 0;  ///< Different people with a bad journey.
};
BOOST_DESCRIBE_STRUCT(Impact, (),
                      (journey, title, done, alternative, refused, failed, unknown, late, people))

/// Points taken off the whole drill.
struct Penalty {
  std::string name;  ///< false-alarms | premature-claims | hints.
  std::int64_t count = 0;
  std::int64_t points = 0;  ///< Hundredths of a point.
  Text note;
};
BOOST_DESCRIBE_STRUCT(Penalty, (), (name, count, points, note))

/// An improvement to make: from the team's review, or proposed from a loss for the team to fill in.
struct Improvement {
  std::string id;  ///< "A1".
  Text text;
  std::string owner;  ///< Empty: nobody yet.
  std::string due;
  std::string verify_by;  ///< Scenario that shows it works.
  std::string from;       ///< review | proposed.
};
BOOST_DESCRIBE_STRUCT(Improvement, (), (id, text, owner, due, verify_by, from))

/// The whole result.
struct Scorecard {
  int format = 1;
  std::string scenario;
  Text title;
  std::string origin;
  std::string world;  ///< virtual | live.
  std::int64_t speed = 1;
  bool sealed = true;
  std::string model;    ///< s1.
  std::string profile;  ///< enterprise | 1-5-10 | own.
  std::int64_t seed = 0;
  Duration length{0};
  std::int64_t starts = 0;  ///< Seconds since 1970 at drill time zero.

  std::string verdict;      ///< pass | fail | inconclusive | void.
  Text why;                 ///< When inconclusive or void, and for the gate that broke; else empty.
  std::vector<Text> notes;  ///< Anything else that a reader must know ("cut off before close").

  std::int64_t score = 0;
  std::int64_t low = 0;  ///< Of the interval that sampling leaves; gates compare it.
  std::int64_t high = 0;
  Duration delta{0};             ///< Sampling period behind low and high.
  std::string letter;            ///< A … E.
  Text grade;                    ///< 优 … 不合格.
  std::string population;        ///< "p1": the simulated teams it is compared with; "": none.
  std::int64_t percentile = -1;  ///< Per cent of them that scored lower, those with as much counted
                                 ///< half; -1: there are none.
  std::vector<Cap> caps;
  std::vector<Penalty> penalties;

  bool no_fault = false;  ///< A drill without faults: `no_fault_parts` count, dimensions do not.
  std::vector<Part> no_fault_parts;
  std::vector<Dimension> dimensions;    ///< Seven, over all faults.
  std::vector<FaultStamps> timestamps;  ///< One a fault, in plan order.
  std::vector<FaultScore> faults;
  std::vector<Loss> losses;  ///< Costliest first.
  std::vector<GateResult> gates;

  std::vector<AlertCheck> alerts;
  std::vector<IncidentCheck> incidents;
  std::vector<NoticeCheck> notices;
  std::vector<TicketCheck> tickets;
  BooksCheck books;
  std::vector<Impact> impact;
  std::vector<Improvement> improvements;

  Duration slip{0};         ///< Drill time that live turns gave back, in all.
  std::int64_t pauses = 0;  ///< The drill clock stood still; no stamp knows of it.
  std::string closed;       ///< length | stopped | signal, or "" when the ledger has no close.
  Instant last;             ///< Of the last event.
  std::string ledger_head;
  std::string
      torn;  ///< What was cut off the ledger's end, in words. The reader's, not the score's.
};
BOOST_DESCRIBE_STRUCT(Scorecard, (),
                      (format, scenario, title, origin, world, speed, sealed, model, profile, seed,
                       length, starts, verdict, why, notes, score, low, high, delta, letter, grade,
                       population, percentile, caps, penalties, no_fault, no_fault_parts,
                       dimensions, timestamps, faults, losses, gates, alerts, incidents, notices,
                       tickets, books, impact, improvements, slip, pauses, closed, last,
                       ledger_head, torn))

}  // namespace mayday
