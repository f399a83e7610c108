#include "effect_reader.h"

#include "durations.h"
#include "scalars.h"

namespace mayday::reader {
namespace {

const Names kEffects = {"delay", "hang", "close", "reset", "status", "accept-auth"};

EffectPlan read_bare_effect(const Node& node) {
  EffectPlan effect;
  effect.kind = read_enum<EffectKind>(node, "effect");
  if (effect.kind != EffectKind::close && effect.kind != EffectKind::reset)
    node.fail(
        "the effect " + quote(node.text) +
        " needs a value; write it like {hang: 30s, then: close}, {delay: 3s} or {status: 503}");
  return effect;
}

/// The first key names the effect; this is its unknown-key message.
std::string_view effect_name(const Node& node) {
  for (const Entry& entry : node.entries)
    for (std::string_view name : kEffects)
      if (entry.key == name) return name;
  if (node.entries.empty()) node.fail("an effect is missing here");
  const Entry& first = node.entries.front();
  node.source->fail(first.place,
                    "unknown effect " + quote(first.key) + suggestion(first.key, kEffects));
}

EffectPlan read_hang(const Node& node) {
  Fields fields(node, "a hang", {"hang", "then"});
  EffectPlan effect;
  effect.kind = EffectKind::hang;
  effect.time = read_length(fields.need("hang"));
  if (const Node* then = fields.find("then"))
    effect.then = read_enum<Sequel>(*then, "sequel of a hang");
  return effect;
}

EffectPlan read_status(const Node& node) {
  Fields fields(node, "a status effect", {"status", "body"});
  EffectPlan effect;
  effect.kind = EffectKind::status;
  effect.status = static_cast<int>(read_integer(fields.need("status"), "an HTTP status", 200, 599));
  if (const Node* body = fields.find("body"))
    effect.body =
        body->kind == Node::Kind::map ? canonical(read_json(*body)) : read_scalar(*body, "a body");
  return effect;
}

EffectPlan read_accept_auth(const Node& node) {
  Fields fields(node, "an accept-auth effect", {"accept-auth"});
  EffectPlan effect;
  effect.kind = EffectKind::accept_auth;
  for (const Node* version : one_or_many(fields.need("accept-auth")))
    effect.versions.push_back(read_choice(*version, "auth version", {"v1", "v3"}));
  if (effect.versions.empty()) fields.need("accept-auth").fail("name at least one auth version");
  return effect;
}

}  // namespace

EffectPlan read_effect(const Node& node) {
  if (node.kind != Node::Kind::map) return read_bare_effect(node);
  std::string_view name = effect_name(node);
  if (name == "hang") return read_hang(node);
  if (name == "status") return read_status(node);
  if (name == "accept-auth") return read_accept_auth(node);
  Fields fields(node, "an effect", {name});
  const Node& value = fields.need(name);
  if (name != "delay")
    value.fail("the effect '" + std::string(name) + "' is one word, without a value");
  EffectPlan effect;
  effect.kind = EffectKind::delay;
  effect.time = read_length(value);
  return effect;
}

}  // namespace mayday::reader
