#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "mayday/base/json.h"
#include "mayday/base/member.h"
#include "mayday/base/plan.h"
#include "mayday/base/time.h"

/// What happened, one struct a kind. A struct's members are exactly the members of its ledger line,
/// beside `kind`, `t` (drill nanoseconds) and `prev` that every line has, and `wall`, live only.
/// Strings are empty where there is nothing to say.
namespace mayday::events {

/// Line 1. `sealed` is false when a team's own program ran as the same user as the engine.
struct Open {
  static constexpr std::string_view kKind = "open";
  int format = 1;
  std::string model;    ///< Scoring model, "s1".
  std::string profile;  ///< enterprise | 1-5-10 | the whole text of an own one.
  std::string world;    ///< virtual | live.
  std::int64_t speed = 1;
  bool sealed = true;
  Plan plan;
};
BOOST_DESCRIBE_STRUCT(Open, (), (format, model, profile, world, speed, sealed, plan))

/// A fault that the facilitator added while the drill ran. Those of the scenario stand in `open`.
struct Added {
  static constexpr std::string_view kKind = "added";
  FaultPlan fault;
};
BOOST_DESCRIBE_STRUCT(Added, (), (fault))

struct Armed {
  static constexpr std::string_view kKind = "armed";
  std::string fault;
};
BOOST_DESCRIBE_STRUCT(Armed, (), (fault))

/// The first time a fault bit this victim (a person id, or "" for calls of nobody known).
struct Bit {
  static constexpr std::string_view kKind = "bit";
  std::string fault;
  std::string victim;
  std::string operation;
};
BOOST_DESCRIBE_STRUCT(Bit, (), (fault, victim, operation))

struct Ended {
  static constexpr std::string_view kKind = "ended";
  std::string fault;
  std::string by;  ///< fix | setting | action | passes | for | calls | at_most | heal | replaced
                   ///< | stop | abort | close.
  std::int64_t bites = 0;
};
BOOST_DESCRIBE_STRUCT(Ended, (), (fault, by, bites))

/// How a client of the vendors misbehaved: told at the first case, and at the close with the count.
struct Conduct {
  static constexpr std::string_view kKind = "conduct";
  std::string what;  ///< retry_after_ignored | no_back_off | key_missing | key_changed |
                     ///< retry_storm | stale_token.
  std::string member;
  std::string operation;
  std::string id;  ///< Of the first such call; empty at the close.
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(Conduct, (), (what, member, operation, id, count))

/// A journey's one event, stamped when it ended, or at `good_within` when it was late.
struct Journey {
  static constexpr std::string_view kKind = "journey";
  std::int64_t ordinal = 0;
  std::string journey;  ///< log-in | submit-expense | book-trip | … (`kind` is taken).
  std::string client;   ///< pc | mobile.
  std::string staff;
  std::string department;
  Instant began;
  Instant ended;
  std::string outcome;             ///< done | refused | failed | unknown | late.
  std::string path;                ///< normal | alternative.
  std::string failed_at;           ///< login | booking | approval | payment, or "".
  std::vector<std::string> bites;  ///< Ids of the faults that altered any of its exchanges.
};
BOOST_DESCRIBE_STRUCT(Journey, (),
                      (ordinal, journey, client, staff, department, began, ended, outcome, path,
                       failed_at, bites))

/// Calls that ended in the second before `t`. `latencies[i]` counts answers within
/// kTallyBounds[i] ms (base/tally_bounds.h).
struct TallyRow {
  std::string member;
  std::string operation;
  std::string
      outcome;  ///< "200", "403", … or refused | tls | reset | closed | timed_out | malformed.
  std::int64_t count = 0;
  std::vector<std::int64_t> latencies;
};
BOOST_DESCRIBE_STRUCT(TallyRow, (), (member, operation, outcome, count, latencies))

struct Tally {
  static constexpr std::string_view kKind = "tally";
  std::vector<TallyRow> rows;
};
BOOST_DESCRIBE_STRUCT(Tally, (), (rows))

/// A sample of the calls that went wrong, with the id their caller gave them.
struct Failing {
  static constexpr std::string_view kKind = "failing";
  std::string id;
  std::string member;
  std::string operation;
  std::string outcome;
};
BOOST_DESCRIBE_STRUCT(Failing, (), (id, member, operation, outcome))

/// A state of the desk that changed. `unfinished`: subject is a journey kind, `since` when its
/// oldest unfinished item began (kNever: none). `breaker`: subject is a vendor, value closed | open
/// | half-open. `setting`: subject is a desk setting that took effect, value what it is now.
struct Gauge {
  static constexpr std::string_view kKind = "gauge";
  std::string gauge;
  std::string subject;
  std::string value;
  Instant since;
};
BOOST_DESCRIBE_STRUCT(Gauge, (), (gauge, subject, value, since))

struct Alert {
  static constexpr std::string_view kKind = "alert";
  std::string alert;
  std::string state;  ///< firing | resolved.
  std::string severity;
  std::string component;
  std::string symptom;
  std::vector<std::string> functions;
  Instant began;  ///< When the condition first held.
};
BOOST_DESCRIBE_STRUCT(Alert, (), (alert, state, severity, component, symptom, functions, began))

/// What the estate's full index says of a request id handed in as evidence.
struct Finding {
  std::string id;
  bool known = false;
  bool failing = false;
  std::string operation;
  Instant at;
  std::vector<std::string> faults;  ///< Ids of those that altered it.
};
BOOST_DESCRIBE_STRUCT(Finding, (), (id, known, failing, operation, at, faults))

/// What somebody did. `t` is receipt; `sent` is the sender's own time, as text, never used for
/// scores. The bodies are listed in docs/ledger.md.
struct Action {
  static constexpr std::string_view kKind = "action";
  std::string actor;
  std::string side;  ///< team | vendor | facilitator.
  std::string action;
  json::object body;
  std::string sent;
  std::string key;  ///< Idempotency key.
  std::vector<Finding> findings;
};
BOOST_DESCRIBE_STRUCT(Action, (), (actor, side, action, body, sent, key, findings))

/// A vendor's desk speaks. says: acknowledged | asked | fixed | status. `needs` is what is still
/// missing.
struct Vendor {
  static constexpr std::string_view kKind = "vendor";
  std::string vendor;
  std::string says;
  std::string ticket;
  std::string fault;   ///< Never shown to a team.
  std::string status;  ///< status: none | minor | major | critical, as on its status page.
  std::vector<std::string> needs;
  Text text;
};
BOOST_DESCRIBE_STRUCT(Vendor, (), (vendor, says, ticket, fault, status, needs, text))

struct Inject {
  static constexpr std::string_view kKind = "inject";
  std::string to;
  Text from;
  Text text;
};
BOOST_DESCRIBE_STRUCT(Inject, (), (to, from, text))

/// A regression run asked for by the team: one probe journey a kind, on a PC and a mobile.
struct RegressionRow {
  std::string journey;
  std::string client;
  std::string outcome;
  std::string path;
};
BOOST_DESCRIBE_STRUCT(RegressionRow, (), (journey, client, outcome, path))
struct Regression {
  static constexpr std::string_view kKind = "regression";
  bool green = false;
  std::vector<RegressionRow> rows;
};
BOOST_DESCRIBE_STRUCT(Regression, (), (green, rows))

/// The desk compared its records with the vendors'. `open` are the ids still different afterwards.
struct Reconciled {
  static constexpr std::string_view kKind = "reconciled";
  std::int64_t compared = 0;
  std::int64_t differences = 0;
  std::int64_t repaired = 0;
  std::vector<std::string> open;
};
BOOST_DESCRIBE_STRUCT(Reconciled, (), (compared, differences, repaired, open))

/// The desk fetched the messages that Hesi could not deliver. `failed` were listed, `taken` are
/// those among them that it understood; not complete: Hesi did not tell of all types.
struct Replayed {
  static constexpr std::string_view kKind = "replayed";
  bool complete = true;
  std::int64_t failed = 0;
  std::int64_t taken = 0;
};
BOOST_DESCRIBE_STRUCT(Replayed, (), (complete, failed, taken))

/// Where the desk's books and the vendors' differ, at close. what: lost (a user was told yes, no
/// vendor has it) | duplicate | duplicate-payment | mismatch | stuck (unfinished on one side).
struct BookRow {
  std::string what;
  std::string id;
  std::string vendor;
  std::string desk_state;
  std::string vendor_state;
};
BOOST_DESCRIBE_STRUCT(BookRow, (), (what, id, vendor, desk_state, vendor_state))
struct Books {
  static constexpr std::string_view kKind = "books";
  std::int64_t operations = 0;
  std::vector<BookRow> rows;
};
BOOST_DESCRIBE_STRUCT(Books, (), (operations, rows))

struct Pause {
  static constexpr std::string_view kKind = "pause";
  std::string by;
};
BOOST_DESCRIBE_STRUCT(Pause, (), (by))
struct Resume {
  static constexpr std::string_view kKind = "resume";
  std::string by;
};
BOOST_DESCRIBE_STRUCT(Resume, (), (by))

/// Live only: drill time that a turn of the loop could not keep up with and gave back.
struct Slip {
  static constexpr std::string_view kKind = "slip";
  Duration by{0};
};
BOOST_DESCRIBE_STRUCT(Slip, (), (by))

/// The last line. why: length | stopped | signal.
struct Close {
  static constexpr std::string_view kKind = "close";
  std::string why;
};
BOOST_DESCRIBE_STRUCT(Close, (), (why))

}  // namespace mayday::events
