#include "effect_forms.h"

#include <algorithm>

#include "durations.h"
#include "latency_reader.h"
#include "mutation_reader.h"
#include "scalars.h"
#include "wire_values.h"

namespace mayday::reader {
namespace {

constexpr std::int64_t kMost = 1'000'000;
constexpr std::int64_t kMostCopies = 100;
constexpr Duration kBetweenCopies = 5s;

const Node& only_value(const Node& node, std::string_view key) {
  return Fields(node, "the effect " + quote(key), {key}).need(key);
}

}  // namespace

EffectPlan read_delay(const Node& node) {
  return effects::Delay{read_latency(only_value(node, "delay"))};
}

EffectPlan read_hang(const Node& node) {
  Fields fields(node, "a hang", {"hang", "then"});
  effects::Hang hang{read_positive_time(fields.need("hang"))};
  if (const Node* then = fields.find("then"))
    hang.then = read_enum<Sequel>(*then, "sequel of a hang");
  return hang;
}

EffectPlan read_status(const Node& node) {
  Fields fields(node, "a status effect", {"status", "body", "headers"});
  effects::Status status;
  status.status = static_cast<int>(read_integer(fields.need("status"), "an HTTP status", 200, 599));
  if (const Node* body = fields.find("body"))
    status.body =
        body->kind == Node::Kind::map ? canonical(read_json(*body)) : read_scalar(*body, "a body");
  if (const Node* headers = fields.find("headers")) status.headers = read_answer_fields(*headers);
  return status;
}

EffectPlan read_garbage(const Node& node) {
  return effects::Garbage{read_integer(only_value(node, "garbage"), "garbage", 1, kMost)};
}

EffectPlan read_cut(const Node& node) {
  Fields fields(node, "a cut", {"cut-at", "then"});
  effects::Cut cut{read_integer(fields.need("cut-at"), "cut-at", 0, kMost)};
  if (const Node* then = fields.find("then"))
    cut.then = read_choice(*then, "sequel of a cut", {"close", "reset"}) == "reset" ? Sequel::reset
                                                                                    : Sequel::close;
  return cut;
}

EffectPlan read_drip(const Node& node) {
  return effects::Drip{read_integer(only_value(node, "rate"), "rate", 1, kMost)};
}

EffectPlan read_corrupt(const Node& node) {
  return effects::Corrupt{read_integer(only_value(node, "corrupt"), "corrupt", 1, kMost)};
}

EffectPlan read_header_change(const Node& node) {
  return effects::HeaderChange{read_answer_fields(only_value(node, "headers"))};
}

EffectPlan read_mutate_json(const Node& node) {
  return effects::MutateJson{read_mutations(only_value(node, "mutate-json"))};
}

EffectPlan read_quota(const Node& node) {
  Fields fields(node, "a quota", {"quota", "per", "retry-after"});
  effects::Quota quota{read_integer(fields.need("quota"), "quota", 1, kMost),
                       read_positive_time(fields.need("per"))};
  if (const Node* says = fields.find("retry-after")) quota.retry_after = read_switch(*says);
  return quota;
}

EffectPlan read_accept_auth(const Node& node) {
  const Node& versions = only_value(node, "accept-auth");
  effects::AcceptAuth accept;
  for (const Node* version : one_or_many(versions))
    accept.versions.push_back(read_choice(*version, "auth version", {"v1", "v3"}));
  if (accept.versions.empty()) versions.fail("name at least one auth version");
  return accept;
}

EffectPlan read_stale_read(const Node& node) {
  return effects::StaleRead{read_positive_time(only_value(node, "stale-read"))};
}

EffectPlan read_certificate(const Node& node) {
  const Node& flaw = only_value(node, "certificate");
  bool expired = read_choice(flaw, "flaw of a certificate", {"expired", "wrong-host"}) == "expired";
  return effects::Door{expired ? DoorFlaw::expired : DoorFlaw::wrong_host};
}

EffectPlan read_handshake(const Node& node) {
  read_choice(only_value(node, "handshake"), "flaw of a handshake", {"cut"});
  return effects::Door{DoorFlaw::handshake_cut};
}

EffectPlan read_duplicate(const Node& node) {
  Fields fields(node, "a duplicate", {"duplicate", "after"});
  effects::Duplicate duplicate{read_integer(fields.need("duplicate"), "duplicate", 1, kMostCopies),
                               kBetweenCopies};
  if (const Node* after = fields.find("after")) duplicate.after = read_time(*after);
  return duplicate;
}

EffectPlan default_duplicate() { return effects::Duplicate{1, kBetweenCopies}; }

EffectPlan read_reorder(const Node& node) {
  return effects::Reorder{read_positive_time(only_value(node, "reorder"))};
}

}  // namespace mayday::reader
