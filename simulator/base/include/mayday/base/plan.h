#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "mayday/base/draw.h"
#include "mayday/base/fault_plan.h"
#include "mayday/base/member.h"
#include "mayday/base/name_value.h"
#include "mayday/base/text.h"
#include "mayday/base/time.h"

/// The plan: a scenario with its seed, every reference resolved, every default written out. It is
/// what a drill runs from, and it stands whole in line 1 of the ledger, so that a ledger scores
/// alone. All structs are values, described for Boost.JSON (see json.h); durations are integer
/// nanoseconds. "None" is an empty string or vector, or `kForever` for a time.
namespace mayday {

BOOST_DESCRIBE_STRUCT(Text, (), (zh, en))

// ---- the estate ------------------------------------------------------------------------------

/// A person on the company's staff list.
struct Person {
  std::string id;          ///< Hesi staff id, "corporation:user".
  std::string name;        ///< In Chinese.
  std::string code;        ///< Employee number; what people log in with.
  std::string department;  ///< Department id.
  bool manager = false;    ///< Manages, and approves for, `department`.
};
BOOST_DESCRIBE_STRUCT(Person, (), (id, name, code, department, manager))

struct Department {
  std::string id;
  std::string name;
  std::string manager;  ///< Person id.
};
BOOST_DESCRIBE_STRUCT(Department, (), (id, name, manager))

/// The desk's settings at the start. Every one can be changed through `/admin` and the team's door.
struct DeskPlan {
  std::string url;           ///< Of a desk that is not ours; empty: the built-in one.
  std::string auth = "v1";   ///< v1 | v3 | compatible.
  Duration patience = 10s;   ///< For one vendor call.
  int retries = 2;           ///< After the first try, for calls that are safe to repeat.
  int breaker_failures = 0;  ///< Calls in a row that open a vendor's breaker; 0 = no breaker.
  Duration breaker_open = 30s;
  bool token_cache = true;
  bool manual_approval = false;
  bool receiver = true;             ///< Takes Hesi's outbound messages.
  Duration auth_rollout = 10min;    ///< What changing `auth` takes.
  std::vector<NameValue> switches;  ///< Those of kDeskSwitches that are not at their default.
};
BOOST_DESCRIBE_STRUCT(DeskPlan, (),
                      (url, auth, patience, retries, breaker_failures, breaker_open, token_cache,
                       manual_approval, receiver, auth_rollout, switches))

/// How long a member works on a call that nothing disturbs.
struct Pace {
  Member member = Member::hesi;
  Duration latency{0};
};
BOOST_DESCRIBE_STRUCT(Pace, (), (member, latency))

/// Where a vendor's calls go on to instead of being answered here.
struct UpstreamPlan {
  Member member = Member::hesi;
  std::string url;  ///< Scheme, host and port.
};
BOOST_DESCRIBE_STRUCT(UpstreamPlan, (), (member, url))

struct EstatePlan {
  std::vector<Department> departments;
  std::vector<Person> staff;
  std::vector<Pace> paces;
  std::vector<UpstreamPlan> upstreams;
  DeskPlan desk;
};
BOOST_DESCRIBE_STRUCT(EstatePlan, (), (departments, staff, paces, upstreams, desk))

// ---- journeys --------------------------------------------------------------------------------

/// One HTTP call of a journey against the desk. `{name}` in target, headers and body stands for a
/// kept value or for one of the traveller's: {staff.id} {staff.code} {staff.name}
/// {staff.department} {client} {journey} {date+N} (a date N days ahead, "2026-03-02").
struct Step {
  std::string name;
  std::string
      function;  ///< What the traveller loses when it fails: login | booking | approval | payment.
  std::string method = "GET";
  std::string target;
  std::vector<NameValue> headers;
  std::string body;              ///< JSON text, or empty.
  std::vector<int> expect;       ///< Statuses that go on; any other fails the journey.
  std::vector<int> refused;      ///< Statuses that are a business "no".
  std::vector<int> unknown;      ///< Statuses after which nobody knows whether it happened.
  std::vector<NameValue> keep;   ///< Name of a value <- dotted path in the answer, "offers.0.id".
  std::vector<NameValue> until;  ///< Repeat until each path has the value (a|b for either, !a for
                                 ///< any other); empty: once.
  std::vector<NameValue> refused_when;  ///< Any path with that value is a business "no".
  std::vector<NameValue>
      alternative_when;  ///< Any path with that value: done, but by another path.
  Duration every{0};     ///< Between repeats.
  Duration at_most{0};   ///< For all repeats; then the journey is given up.
};
BOOST_DESCRIBE_STRUCT(Step, (),
                      (name, function, method, target, headers, body, expect, refused, unknown,
                       keep, until, refused_when, alternative_when, every, at_most))

/// A kind of synthetic traveller and how many of them set out.
struct JourneyPlan {
  std::string kind;  ///< log-in | submit-expense | book-trip | …
  Text title;
  std::vector<std::string> functions;  ///< The functions its steps need, each once, in order.
  Duration good_within{0};             ///< Not done by then: late.
  Duration patience{0};                ///< The traveller's, for one call to the desk.
  std::int64_t rate = 0;               ///< Set out in each `per`.
  Duration per{0};
  std::uint32_t mobile_per_mille = 0;  ///< The rest are on a PC.
  std::vector<Step> steps;
};
BOOST_DESCRIBE_STRUCT(JourneyPlan, (),
                      (kind, title, functions, good_within, patience, rate, per, mobile_per_mille,
                       steps))

/// What every manager does again and again at the desk (approving), as the same kind of steps.
/// Rounds have no outcome of their own; the travellers who wait for them have.
struct RoundPlan {
  std::string kind;
  Duration every{0};
  Duration patience{0};
  std::vector<Step> steps;
};
BOOST_DESCRIBE_STRUCT(RoundPlan, (), (kind, every, patience, steps))

// ---- people and vendors ----------------------------------------------------------------------

struct FixPlan {
  std::string fault;
  Duration after{0};  ///< Counted from when all needs are in.
  std::vector<std::string>
      needs;  ///< request-id, time-range, endpoint, error-sample, impact, steps.
};
BOOST_DESCRIBE_STRUCT(FixPlan, (), (fault, after, needs))

/// How a vendor's desk behaves when nobody plays it.
struct VendorPlan {
  Member vendor = Member::hesi;
  Duration acknowledges{0};
  Duration status_lags{
      0};  ///< Its status page shows trouble this long after the first bite, and its end likewise.
  std::vector<FixPlan> fixes;
};
BOOST_DESCRIBE_STRUCT(VendorPlan, (), (vendor, acknowledges, status_lags, fixes))

struct InjectPlan {
  Instant at;
  std::string to;
  Text from;
  Text text;
};
BOOST_DESCRIBE_STRUCT(InjectPlan, (), (at, to, from, text))

enum class Measure : std::uint8_t { success_rate, latency_p95, http_errors };
BOOST_DESCRIBE_ENUM(Measure, success_rate, latency_p95, http_errors)

/// One rule of the built-in monitor, read like a Prometheus alerting rule. `success_rate` is per
/// mille of the journeys and fires below `limit`; `latency_p95` is milliseconds, `http_errors` per
/// mille of the vendor's calls without an answer below 500; both fire above it.
struct AlertRule {
  std::string alert;
  std::string severity;  ///< page | ticket.
  Text summary;
  std::string component;
  std::string symptom;                 ///< A fault kind of the vocabulary.
  std::vector<std::string> functions;  ///< What it says is affected.
  Measure measure = Measure::success_rate;
  std::string journey;    ///< Kind; for http_errors the member.
  std::string operation;  ///< http_errors: the only one that is counted; empty: all.
  std::int64_t limit = 0;
  Duration over{0};        ///< Window.
  Duration hold{0};        ///< How long the condition must last before it fires.
  std::int64_t least = 0;  ///< Fewer journeys (or calls) than this in the window say nothing.
};
BOOST_DESCRIBE_STRUCT(AlertRule, (),
                      (alert, severity, summary, component, symptom, functions, measure, journey,
                       operation, limit, over, hold, least))

/// A word of the picklists, with its synonyms in zh and en.
struct Term {
  std::string id;
  Text title;
  std::string parent;                   ///< Components only: id, or empty.
  std::vector<std::string> downstream;  ///< Components only: who suffers when it fails.
  std::vector<std::string> synonyms;
};
BOOST_DESCRIBE_STRUCT(Term, (), (id, title, parent, downstream, synonyms))

struct Vocabulary {
  std::vector<Term> components;
  std::vector<Term> kinds;
  std::vector<Term> parties;
  std::vector<Term> roles;  ///< Whom a team consists of.
};
BOOST_DESCRIBE_STRUCT(Vocabulary, (), (components, kinds, parties, roles))

/// What a run must reach to pass. `limit` is points for "score" (and a dimension, "d1".."d7"),
/// drill nanoseconds for "recover", a count for "lost_orders".
struct GatePlan {
  std::string name;
  std::int64_t limit = 0;
};
BOOST_DESCRIBE_STRUCT(GatePlan, (), (name, limit))

/// When the whole drill is called off: more than `below` per mille of a kind's journeys fail over
/// `over`, or the facilitator says so.
struct AbortPlan {
  std::string journey;      ///< Kind; empty: never.
  std::uint32_t below = 0;  ///< Per mille of its journeys that are done.
  Duration over{0};
};
BOOST_DESCRIBE_STRUCT(AbortPlan, (), (journey, below, over))

/// What faults must keep to, all together.
struct SafetyPlan {
  int most_active = 0;          ///< Faults at one time; a further one waits. 0: any number.
  std::vector<Member> targets;  ///< The only members that faults may touch; empty: all.
  AbortPlan abort;
};
BOOST_DESCRIBE_STRUCT(SafetyPlan, (), (most_active, targets, abort))

/// Help that a team may ask for. It is given in order, and costs points.
struct HintPlan {
  std::int64_t cost = 2;
  Text text;
};
BOOST_DESCRIBE_STRUCT(HintPlan, (), (cost, text))

/// What a scripted team must score for the drill to be a fair one, both ends included.
struct BandPlan {
  std::string responder;
  std::int64_t least = 0;
  std::int64_t most = 100;
};
BOOST_DESCRIBE_STRUCT(BandPlan, (), (responder, least, most))

/// What a drill is for and who it needs. People read it; nothing in a drill depends on it.
struct BriefPlan {
  std::vector<Text> objectives;
  std::vector<std::string> roles;   ///< Ids of the vocabulary's.
  std::vector<std::string> canary;  ///< Kinds of the journeys that show every fault of the drill.
  std::vector<BandPlan> expected;
};
BOOST_DESCRIBE_STRUCT(BriefPlan, (), (objectives, roles, canary, expected))

struct Plan {
  std::string scenario;
  Text title;
  std::string origin;
  std::vector<std::string> tags;
  BriefPlan brief;
  Duration length{0};
  Seed seed = 0;
  std::int64_t starts =
      0;  ///< Seconds since 1970: what people and vendors see as the drill's start.
  EstatePlan estate;
  std::vector<JourneyPlan> journeys;
  std::vector<RoundPlan> rounds;
  std::vector<FaultPlan> faults;
  SafetyPlan safety;
  std::vector<VendorPlan> vendors;
  std::vector<InjectPlan> injects;
  std::vector<HintPlan> hints;
  std::vector<AlertRule> alerts;
  Vocabulary vocabulary;
  std::vector<GatePlan> gates;
};
BOOST_DESCRIBE_STRUCT(Plan, (),
                      (scenario, title, origin, tags, brief, length, seed, starts, estate, journeys,
                       rounds, faults, safety, vendors, injects, hints, alerts, vocabulary, gates))

}  // namespace mayday
