#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "mayday/base/effects.h"
#include "mayday/base/member.h"
#include "mayday/base/name_value.h"
#include "mayday/base/time.h"

/// A fault as the plan has it: when, whom, where, what, how strong, how long, and when not.
namespace mayday {

/// Where in an exchange a fault acts, in order. On reads the commit stages mean `respond_head`.
enum class Stage : std::uint8_t {
  connect,
  tls,
  read_request,
  auth,
  state_read,
  before_commit,
  commit,
  after_commit,
  respond_head,
  stream_body,
  webhook
};
BOOST_DESCRIBE_ENUM(Stage, connect, tls, read_request, auth, state_read, before_commit, commit,
                    after_commit, respond_head, stream_body, webhook)

/// A thing that happens in a drill and that a fault may wait for. The first member that is not
/// empty says what it is.
struct OccasionPlan {
  std::string fault;    ///< Another fault …
  std::string state;    ///< … is armed | bitten | ended.
  std::string action;   ///< A desk action is done.
  std::string setting;  ///< A desk setting is in effect with one of `values`.
  std::vector<std::string> values;
  std::string alert;  ///< An alert fires.
  bool cue = false;   ///< The facilitator says so.
};
BOOST_DESCRIBE_STRUCT(OccasionPlan, (), (fault, state, action, setting, values, alert, cue))

/// Whom a fault hits beside its vendor and operations; every list that is not empty must agree.
struct MatchPlan {
  std::vector<std::string> clients;      ///< mobile | pc.
  std::vector<std::string> departments;  ///< Ids.
  std::vector<std::string> staff;        ///< Person ids.
  std::vector<NameValue> headers;        ///< Field and value; "*" is any value.
  std::vector<NameValue> body;           ///< Dotted path in a JSON body and value.
  std::int64_t every = 1;                ///< Each so-manieth call of those that match.
  std::int64_t first = 0;                ///< Only so many calls of those; 0: all.
};
BOOST_DESCRIBE_STRUCT(MatchPlan, (), (clients, departments, staff, headers, body, every, first))

/// What a fault's share is a share of. Sticky by person or by journey; or each call for itself.
enum class ShareBy : std::uint8_t { request, staff, journey };
BOOST_DESCRIBE_ENUM(ShareBy, request, staff, journey)

enum class EnvelopeShape : std::uint8_t { constant, ramp, steps, flap };
BOOST_DESCRIBE_ENUM(EnvelopeShape, constant, ramp, steps, flap)

struct StepPlan {
  Duration after{0};
  std::uint32_t per_mille = 0;
};
BOOST_DESCRIBE_STRUCT(StepPlan, (), (after, per_mille))

/// How strong a fault is as time goes by, in thousandths of its share, from when it is armed.
struct EnvelopePlan {
  EnvelopeShape shape = EnvelopeShape::constant;
  std::uint32_t from = 0;  ///< ramp: at its beginning; full strength at its end.
  Duration over{0};        ///< ramp.
  std::vector<StepPlan> steps;
  Duration period{0};  ///< flap: on for `duty` of each period, then off.
  std::uint32_t duty = 0;
};
BOOST_DESCRIBE_STRUCT(EnvelopePlan, (), (shape, from, over, steps, period, duty))

/// Until: the first of these ends the fault. `fix` names an entry of the vendor desk's fixes, which
/// bear the fault's id; `setting`/`values` a desk setting that has really taken effect; `action` a
/// desk action; `passes` that many calls in a row which the fault judged and let pass.
struct UntilPlan {
  std::string fix;      ///< Member name, or empty.
  std::string setting;  ///< Desk setting, or empty.
  std::vector<std::string> values;
  std::string action;
  std::int64_t passes = 0;
};
BOOST_DESCRIBE_STRUCT(UntilPlan, (), (fix, setting, values, action, passes))

/// For a while after the desk action `on`, the fault spares this exact share of the staff.
struct GracePlan {
  std::string on;  ///< Desk action, or empty for no grace.
  Duration lasts{0};
  std::vector<std::string> spared;  ///< Person ids, resolved from the seed.
};
BOOST_DESCRIBE_STRUCT(GracePlan, (), (on, lasts, spared))

/// It comes back so long after its end, unless a desk setting has one of `values` by then.
struct RelapsePlan {
  Duration after{0};  ///< 0: it does not.
  std::int64_t times = 1;
  std::string setting;
  std::vector<std::string> values;
};
BOOST_DESCRIBE_STRUCT(RelapsePlan, (), (after, times, setting, values))

/// A wrong remedy: on this occasion the fault grows to `per_mille`.
struct WorsePlan {
  OccasionPlan on;
  std::uint32_t per_mille = 0;  ///< 0: there is none.
};
BOOST_DESCRIBE_STRUCT(WorsePlan, (), (on, per_mille))

struct TruthPlan {
  std::string component;
  std::string kind;
  std::string party;
};
BOOST_DESCRIBE_STRUCT(TruthPlan, (), (component, kind, party))

struct FaultPlan {
  std::string id;
  Instant at = kNever;  ///< When it is armed; kNever: on its occasion.
  OccasionPlan after;
  Duration later{0};  ///< From the occasion to its arming.
  int priority = 0;   ///< Of several at one stage the higher acts first.
  Member vendor = Member::hesi;
  std::vector<std::string> operations;  ///< Operation ids; empty: every operation.
  MatchPlan match;
  std::uint32_t per_mille = 1000;
  ShareBy by = ShareBy::request;
  std::vector<std::string> victims;  ///< By staff: the acting people it hits (ids, plan order).
  std::vector<std::string> reach;    ///< People whose journeys it can harm; empty: everyone.
  std::string draw;                  ///< Faults of one name draw alike; empty: its own id.
  Stage stage = Stage::before_commit;
  EffectPlan effect;
  EnvelopePlan strength;
  Sequel heal = Sequel::answer;
  Duration lasts = kForever;
  UntilPlan until;
  Duration at_most{0};
  GracePlan grace;
  RelapsePlan relapse;
  WorsePlan worse;
  std::int64_t most_calls = 0;    ///< It ends after so many bites; 0: any number.
  std::vector<TruthPlan> truths;  ///< The first is the truth; the others are accepted too. Empty:
                                  ///< a passing disturbance, which nobody has to mend.
  /// Of a loss that shows nowhere but in the books: the first moment a reconciliation could show
  /// it. kNever: its symptom is what its travellers meet.
  Instant observable_at = kNever;
};
BOOST_DESCRIBE_STRUCT(FaultPlan, (),
                      (id, at, after, later, priority, vendor, operations, match, per_mille, by,
                       victims, reach, draw, stage, effect, strength, heal, lasts, until, at_most,
                       grace, relapse, worse, most_calls, truths, observable_at))

}  // namespace mayday
