#include "effect_reader.h"

#include <algorithm>

#include "effect_forms.h"
#include "scalars.h"

namespace mayday::reader {
namespace {

constexpr Stage kAnywhere[] = {Stage::read_request,  Stage::auth,       Stage::state_read,
                               Stage::before_commit, Stage::commit,     Stage::after_commit,
                               Stage::respond_head,  Stage::stream_body};
constexpr Stage kAnywhereAndMessages[] = {
    Stage::read_request,  Stage::auth,        Stage::state_read,
    Stage::before_commit, Stage::commit,      Stage::after_commit,
    Stage::respond_head,  Stage::stream_body, Stage::webhook};
constexpr Stage kAnswer[] = {Stage::respond_head, Stage::stream_body};
constexpr Stage kAnswerAndMessages[] = {Stage::respond_head, Stage::stream_body, Stage::webhook};
constexpr Stage kConnect[] = {Stage::connect};
constexpr Stage kTls[] = {Stage::tls};
constexpr Stage kAuth[] = {Stage::auth};
constexpr Stage kStateRead[] = {Stage::state_read};
constexpr Stage kCommit[] = {Stage::commit};
constexpr Stage kAfterCommit[] = {Stage::after_commit};
constexpr Stage kMessages[] = {Stage::webhook};

/// One effect of the language. `word` is for those that may stand alone, `map` for those with
/// values.
struct Form {
  std::string_view name;
  std::string_view example;
  std::span<const Stage> stages;
  EffectPlan (*word)() = nullptr;
  EffectPlan (*map)(const Node&) = nullptr;
};

template <class Effect>
EffectPlan plain() {
  return Effect{};
}

// `status` stands before `headers`, which is also one of its keys.
constexpr Form kForms[] = {
    {"delay", "{delay: 3s}", kAnywhereAndMessages, nullptr, read_delay},
    {"hang", "{hang: 30s, then: close}", kAnywhere, nullptr, read_hang},
    {"close", "close", kAnywhere, plain<effects::Close>, nullptr},
    {"reset", "reset", kAnywhere, plain<effects::Reset>, nullptr},
    {"status", "{status: 503}", kAnywhere, nullptr, read_status},
    {"garbage", "{garbage: 64}", kAnywhere, plain<effects::Garbage>, read_garbage},
    {"cut-at", "{cut-at: 120, then: reset}", kAnswer, nullptr, read_cut},
    {"rate", "{rate: 200}", kAnswer, nullptr, read_drip},
    {"corrupt", "{corrupt: 1}", kAnswer, plain<effects::Corrupt>, read_corrupt},
    {"empty", "empty", kAnswer, plain<effects::Empty>, nullptr},
    {"headers", "{headers: {name: value}}", kAnswer, nullptr, read_header_change},
    {"mutate-json", "{mutate-json: {drop: flow.amount}}", kAnswerAndMessages, nullptr,
     read_mutate_json},
    {"quota", "{quota: 5, per: 1s}", kAuth, nullptr, read_quota},
    {"accept-auth", "{accept-auth: [v3]}", kAuth, nullptr, read_accept_auth},
    {"revoke", "revoke", kAuth, plain<effects::Revoke>, nullptr},
    {"stale-read", "{stale-read: 40m}", kStateRead, nullptr, read_stale_read},
    {"no-write", "no-write", kCommit, plain<effects::NoWrite>, nullptr},
    {"half-write", "half-write", kCommit, plain<effects::HalfWrite>, nullptr},
    {"lose-answer", "lose-answer", kAfterCommit, plain<effects::Close>, nullptr},
    {"refuse", "refuse", kConnect, plain<effects::Door>, nullptr},
    {"certificate", "{certificate: expired}", kTls, nullptr, read_certificate},
    {"handshake", "{handshake: cut}", kTls, nullptr, read_handshake},
    {"lose", "lose", kMessages, plain<effects::Lose>, nullptr},
    {"duplicate", "{duplicate: 1, after: 5s}", kMessages, default_duplicate, read_duplicate},
    {"reorder", "{reorder: 30s}", kMessages, nullptr, read_reorder},
    {"bad-signature", "bad-signature", kMessages, plain<effects::BadSignature>, nullptr},
};

Names effect_names() {
  Names names;
  for (const Form& form : kForms) names.push_back(form.name);
  return names;
}

const Form& find_word(const Node& node) {
  const std::string& word = read_choice(node, "effect", effect_names());
  const Form& form = *std::find_if(std::begin(kForms), std::end(kForms),
                                   [&](const Form& each) { return each.name == word; });
  if (form.word == nullptr)
    node.fail("the effect " + quote(word) + " needs a value; write it like " +
              std::string(form.example));
  return form;
}

/// The effect that one of the keys names.
const Form& find_map(const Node& node) {
  for (const Form& form : kForms)
    for (const Entry& entry : node.entries) {
      if (entry.key != form.name) continue;
      if (form.map == nullptr)
        entry.value.fail("the effect " + quote(form.name) + " is one word, without a value");
      return form;
    }
  if (node.entries.empty()) node.fail("an effect is missing here");
  const Entry& first = node.entries.front();
  node.source->fail(first.place,
                    "unknown effect " + quote(first.key) + suggestion(first.key, effect_names()));
}

bool contains(std::span<const Stage> stages, Stage stage) {
  return std::find(stages.begin(), stages.end(), stage) != stages.end();
}

std::string enumerate_stages(std::span<const Stage> stages) {
  std::vector<std::string> names;
  for (Stage stage : stages) names.push_back(spelt(stage));
  return enumerate(Names(names.begin(), names.end()));
}

}  // namespace

WrittenEffect read_effect(const Node& node) {
  if (node.kind != Node::Kind::map) {
    const Form& form = find_word(node);
    return {form.name, form.word(), form.stages};
  }
  const Form& form = find_map(node);
  return {form.name, form.map(node), form.stages};
}

Stage read_stage(const Fields& fault, const WrittenEffect& effect) {
  bool only_one = effect.stages.size() == 1;
  const Node* node = fault.find("stage");
  if (node == nullptr) return only_one ? effect.stages.front() : Stage::respond_head;
  Stage stage = read_enum<Stage>(*node, "stage");
  if (contains(effect.stages, stage)) return stage;
  std::string right = enumerate_stages(effect.stages);
  std::string mended =
      only_one ? "write 'stage: " + right + "', or leave 'stage' out" : "its stages are " + right;
  node->fail("the effect " + quote(effect.name) + " does not act at " + quote(spelt(stage)) + "; " +
             mended);
}

bool can_surround_a_write(const WrittenEffect& effect) {
  return effect.stages.size() > 1 && contains(effect.stages, Stage::commit);
}

}  // namespace mayday::reader
