#pragma once

#include <boost/describe.hpp>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "mayday/base/door.h"
#include "mayday/base/json.h"
#include "mayday/base/name_value.h"
#include "mayday/base/time.h"

/// What faults do to calls, each with what it needs to know. `kName` is the effect's name in
/// scenarios and in the ledger.
namespace mayday {

/// What follows: when an effect's own time is over (`then`), or for calls still held when it heals.
enum class Sequel : std::uint8_t { answer, close, reset };
BOOST_DESCRIBE_ENUM(Sequel, answer, close, reset)

/// How a time varies from call to call.
enum class Spread : std::uint8_t { fixed, uniform, normal, lognormal };
BOOST_DESCRIBE_ENUM(Spread, fixed, uniform, normal, lognormal)

/// A time, or a distribution of times; never below zero.
struct Latency {
  Spread spread = Spread::fixed;
  Duration middle{0};  ///< fixed: the time; uniform: the least; normal: mean; lognormal: median.
  Duration other{
      0};  ///< uniform: the most; normal: standard deviation; lognormal: 95th percentile.
};
BOOST_DESCRIBE_STRUCT(Latency, (), (spread, middle, other))

/// What `mutate-json` does at one place of a body.
enum class Change : std::uint8_t { drop, rename, retype, null, set, unit };
BOOST_DESCRIBE_ENUM(Change, drop, rename, retype, null, set, unit)

/// One change of a JSON body. `path` is dotted; `*` stands for every member or item.
struct Mutation {
  std::string path;
  Change change = Change::drop;
  std::string to;  ///< rename: the new name; set: the value as JSON text.
  std::int64_t factor =
      1;  ///< unit: numbers and decimal texts are multiplied (cents for yuan: 100).
};
BOOST_DESCRIBE_STRUCT(Mutation, (), (path, change, to, factor))

namespace effects {

// ---- time and endings, at any stage from read-request on ----

struct Delay {
  static constexpr std::string_view kName = "delay";
  Latency time;
};
BOOST_DESCRIBE_STRUCT(Delay, (), (time))

struct Hang {
  static constexpr std::string_view kName = "hang";
  Duration time{0};
  Sequel then = Sequel::answer;
};
BOOST_DESCRIBE_STRUCT(Hang, (), (time, then))

struct Close {
  static constexpr std::string_view kName = "close";
};
BOOST_DESCRIBE_STRUCT(Close, (), ())

struct Reset {
  static constexpr std::string_view kName = "reset";
};
BOOST_DESCRIBE_STRUCT(Reset, (), ())

struct Status {
  static constexpr std::string_view kName = "status";
  int status = 503;
  std::string body;  ///< Empty: the member's own form of this failure.
  std::vector<NameValue> headers;
};
BOOST_DESCRIBE_STRUCT(Status, (), (status, body, headers))

/// Bytes that are no HTTP, and then nothing.
struct Garbage {
  static constexpr std::string_view kName = "garbage";
  std::int64_t bytes = 64;
};
BOOST_DESCRIBE_STRUCT(Garbage, (), (bytes))

// ---- the answer on its way, at respond-head or stream-body ----

/// The body breaks off after so many bytes.
struct Cut {
  static constexpr std::string_view kName = "cut-at";
  std::int64_t bytes = 0;
  Sequel then = Sequel::close;  ///< close or reset.
};
BOOST_DESCRIBE_STRUCT(Cut, (), (bytes, then))

/// The body comes at so many bytes a second; when the fault ends, the rest comes at once.
struct Drip {
  static constexpr std::string_view kName = "rate";
  std::int64_t bytes_per_second = 0;
};
BOOST_DESCRIBE_STRUCT(Drip, (), (bytes_per_second))

/// So many bytes of the body are replaced by others.
struct Corrupt {
  static constexpr std::string_view kName = "corrupt";
  std::int64_t bytes = 1;
};
BOOST_DESCRIBE_STRUCT(Corrupt, (), (bytes))

/// The answer's status and fields, and no body.
struct Empty {
  static constexpr std::string_view kName = "empty";
};
BOOST_DESCRIBE_STRUCT(Empty, (), ())

struct HeaderChange {
  static constexpr std::string_view kName = "headers";
  std::vector<NameValue> set;  ///< An empty value takes the field out.
};
BOOST_DESCRIBE_STRUCT(HeaderChange, (), (set))

/// Also of a webhook's body, which the sender then signs as it is.
struct MutateJson {
  static constexpr std::string_view kName = "mutate-json";
  std::vector<Mutation> changes;
};
BOOST_DESCRIBE_STRUCT(MutateJson, (), (changes))

// ---- who may call, at auth ----

/// At most `limit` calls in each `per`, counted from the fault's start; then 429.
struct Quota {
  static constexpr std::string_view kName = "quota";
  std::int64_t limit = 0;
  Duration per{0};
  bool retry_after = true;  ///< Says when the next window begins.
};
BOOST_DESCRIBE_STRUCT(Quota, (), (limit, per, retry_after))

/// Only these auth versions are accepted.
struct AcceptAuth {
  static constexpr std::string_view kName = "accept-auth";
  std::vector<std::string> versions;
};
BOOST_DESCRIBE_STRUCT(AcceptAuth, (), (versions))

/// Tokens issued before the fault began are dead.
struct Revoke {
  static constexpr std::string_view kName = "revoke";
};
BOOST_DESCRIBE_STRUCT(Revoke, (), ())

// ---- what is read and written ----

/// The same call is answered as it was `age` ago, or as early as is known.
struct StaleRead {
  static constexpr std::string_view kName = "stale-read";
  Duration age{0};
};
BOOST_DESCRIBE_STRUCT(StaleRead, (), (age))

/// The caller is told that it is done, and it is not.
struct NoWrite {
  static constexpr std::string_view kName = "no-write";
};
BOOST_DESCRIBE_STRUCT(NoWrite, (), ())

/// The first part of a write in two parts is done.
struct HalfWrite {
  static constexpr std::string_view kName = "half-write";
};
BOOST_DESCRIBE_STRUCT(HalfWrite, (), ())

// ---- the door, at connect or tls ----

struct Door {
  static constexpr std::string_view kName = "door";
  DoorFlaw flaw = DoorFlaw::refused;
};
BOOST_DESCRIBE_STRUCT(Door, (), (flaw))

// ---- messages of a vendor's own accord, at webhook ----

/// It is never sent, and the sender takes it for delivered.
struct Lose {
  static constexpr std::string_view kName = "lose";
};
BOOST_DESCRIBE_STRUCT(Lose, (), ())

struct Duplicate {
  static constexpr std::string_view kName = "duplicate";
  std::int64_t copies = 1;  ///< Beside the first.
  Duration after{0};        ///< Between one and the next.
};
BOOST_DESCRIBE_STRUCT(Duplicate, (), (copies, after))

/// It is sent after the next message to the same receiver, or after `at_most`.
struct Reorder {
  static constexpr std::string_view kName = "reorder";
  Duration at_most{0};
};
BOOST_DESCRIBE_STRUCT(Reorder, (), (at_most))

struct BadSignature {
  static constexpr std::string_view kName = "bad-signature";
};
BOOST_DESCRIBE_STRUCT(BadSignature, (), ())

}  // namespace effects

/// One of the effects.
class EffectPlan {
 public:
  using Any =
      std::variant<effects::Delay, effects::Hang, effects::Close, effects::Reset, effects::Status,
                   effects::Garbage, effects::Cut, effects::Drip, effects::Corrupt, effects::Empty,
                   effects::HeaderChange, effects::MutateJson, effects::Quota, effects::AcceptAuth,
                   effects::Revoke, effects::StaleRead, effects::NoWrite, effects::HalfWrite,
                   effects::Door, effects::Lose, effects::Duplicate, effects::Reorder,
                   effects::BadSignature>;

  EffectPlan() = default;
  template <class Effect>
  requires std::constructible_from<Any, Effect> EffectPlan(Effect effect)
      : any(std::move(effect)) {}  // NOLINT: an effect is an effect

  /// The effect when it is of this kind, else nullptr.
  template <class Effect>
  const Effect* as() const {
    return std::get_if<Effect>(&any);
  }

  /// "hang".
  std::string_view name() const;

  Any any;
};

/// An object of the effect's members, with its name as "kind".
void tag_invoke(json::value_from_tag, json::value& to, const EffectPlan& effect);
EffectPlan tag_invoke(json::value_to_tag<EffectPlan>, const json::value& from);

}  // namespace mayday
