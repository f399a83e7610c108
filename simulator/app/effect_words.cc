#include "effect_words.h"

#include <fmt/format.h>

#include <boost/describe/enum_to_string.hpp>

#include "mayday/base/check.h"

namespace mayday {
namespace {

std::string words_of(const Latency& time) {
  switch (time.spread) {
    case Spread::fixed:
      return to_text(time.middle);
    case Spread::uniform:
      return to_text(time.middle) + " to " + to_text(time.other);
    case Spread::normal:
      return fmt::format("{} on average, deviation {}", to_text(time.middle), to_text(time.other));
    case Spread::lognormal:
      return fmt::format("{} in the middle, {} at p95", to_text(time.middle), to_text(time.other));
  }
  broken("unhandled Spread");
}

std::string word_of(Sequel sequel) { return boost::describe::enum_to_string(sequel, ""); }

std::string names_of(const std::vector<NameValue>& fields) {
  std::string names;
  for (const NameValue& field : fields) names += (names.empty() ? "" : ", ") + field.name;
  return names;
}

std::string word_of(DoorFlaw flaw) {
  switch (flaw) {
    case DoorFlaw::none:
      return "nothing";
    case DoorFlaw::refused:
      return "connections refused";
    case DoorFlaw::expired:
      return "certificate expired";
    case DoorFlaw::wrong_host:
      return "certificate of another host";
    case DoorFlaw::handshake_cut:
      return "handshake cut";
  }
  broken("unhandled DoorFlaw");
}

struct Words {
  std::string operator()(const effects::Delay& it) const { return "delay " + words_of(it.time); }
  std::string operator()(const effects::Hang& it) const {
    return fmt::format("hang {}, then {}", to_text(it.time), word_of(it.then));
  }
  std::string operator()(const effects::Close&) const { return "connection closed"; }
  std::string operator()(const effects::Reset&) const { return "connection reset"; }
  std::string operator()(const effects::Status& it) const {
    return fmt::format("status {}", it.status);
  }
  std::string operator()(const effects::Garbage& it) const {
    return fmt::format("{} bytes of garbage", it.bytes);
  }
  std::string operator()(const effects::Cut& it) const {
    return fmt::format("body cut after {} bytes, then {}", it.bytes, word_of(it.then));
  }
  std::string operator()(const effects::Drip& it) const {
    return fmt::format("{} bytes a second", it.bytes_per_second);
  }
  std::string operator()(const effects::Corrupt& it) const {
    return fmt::format("{} bytes of the body wrong", it.bytes);
  }
  std::string operator()(const effects::Empty&) const { return "no body"; }
  std::string operator()(const effects::HeaderChange& it) const {
    return "other headers: " + names_of(it.set);
  }
  std::string operator()(const effects::MutateJson& it) const {
    std::string changes;
    for (const Mutation& change : it.changes)
      changes += fmt::format("{} {} {}", changes.empty() ? "" : ",",
                             boost::describe::enum_to_string(change.change, ""), change.path);
    return "body changed:" + changes;
  }
  std::string operator()(const effects::Quota& it) const {
    return fmt::format("more than {} calls per {} refused{}", it.limit, to_text(it.per),
                       it.retry_after ? "" : " without Retry-After");
  }
  std::string operator()(const effects::AcceptAuth& it) const {
    return fmt::format("only {} tokens taken", fmt::join(it.versions, " and "));
  }
  std::string operator()(const effects::Revoke&) const { return "older tokens dead"; }
  std::string operator()(const effects::StaleRead& it) const {
    return "answers " + to_text(it.age) + " old";
  }
  std::string operator()(const effects::NoWrite&) const { return "said to be done, and not"; }
  std::string operator()(const effects::HalfWrite&) const { return "said to be done, and half"; }
  std::string operator()(const effects::Door& it) const { return word_of(it.flaw); }
  std::string operator()(const effects::Lose&) const { return "messages lost"; }
  std::string operator()(const effects::Duplicate& it) const {
    return fmt::format("messages {} times more, after {}", it.copies, to_text(it.after));
  }
  std::string operator()(const effects::Reorder& it) const {
    return "messages after the next one, or " + to_text(it.at_most) + " late";
  }
  std::string operator()(const effects::BadSignature&) const { return "messages wrongly signed"; }
};

}  // namespace

std::string words_of(const EffectPlan& effect) { return std::visit(Words{}, effect.any); }

}  // namespace mayday
