#include "fault_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

#include "effect_words.h"
#include "mayday/base/check.h"

namespace mayday {
namespace {

/// As scenarios write it.
std::string word_of(Stage stage) {
  std::string word = boost::describe::enum_to_string(stage, "");
  std::replace(word.begin(), word.end(), '_', '-');
  return word;
}

std::string names_of(const std::vector<NameValue>& fields) {
  std::string names;
  for (const NameValue& field : fields)
    names += (names.empty() ? "" : " and ") + field.name + " " + field.value;
  return names;
}

/// ", on mobile, in 2 departments, every 3rd"; nothing when it is for everybody.
std::string narrowed(const MatchPlan& match) {
  std::string text;
  if (!match.clients.empty()) text += ", on " + listed(match.clients, "or");
  if (!match.departments.empty())
    text += fmt::format(", in {} department{}", match.departments.size(),
                        match.departments.size() == 1 ? "" : "s");
  if (!match.staff.empty()) text += fmt::format(", of {} named people", match.staff.size());
  if (!match.headers.empty()) text += ", with the header " + names_of(match.headers);
  if (!match.body.empty()) text += ", with " + names_of(match.body) + " in the body";
  if (match.every > 1) text += fmt::format(", one in {}", match.every);
  if (match.first > 0) text += fmt::format(", the first {} only", match.first);
  return text;
}

}  // namespace

std::string share_words(std::int64_t per_mille) {
  return per_mille % 10 == 0 ? fmt::format("{} %", per_mille / 10)
                             : fmt::format("{}.{} %", per_mille / 10, per_mille % 10);
}

std::string listed(const std::vector<std::string>& words, const std::string& last) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " " + last + " " : std::string(", ");
    text += words[i];
  }
  return text;
}

std::string act_of(const FaultPlan& fault) {
  std::string where(to_text(fault.vendor));
  if (!fault.operations.empty())
    where += " (" + fmt::format("{}", fmt::join(fault.operations, ", ")) + ")";
  return fmt::format("{}: {}, at {}", where, words_of(fault.effect), word_of(fault.stage));
}

std::string whom(const FaultPlan& fault, std::int64_t strength) {
  std::int64_t share = fault.per_mille * strength / 1000;
  switch (fault.by) {
    case ShareBy::staff: {
      // A person is hit as long as fewer than the strength's part of the victims come before.
      auto all = static_cast<std::int64_t>(fault.victims.size());
      return fmt::format("{} people", (all * strength + 999) / 1000) + narrowed(fault.match);
    }
    case ShareBy::journey:
      return share_words(share) + " of journeys" + narrowed(fault.match);
    case ShareBy::request:
      return (share == 1000 ? "all" : share_words(share) + " of") + " calls" +
             narrowed(fault.match);
  }
  broken("unhandled ShareBy");
}

std::string strength_of(const EnvelopePlan& envelope) {
  switch (envelope.shape) {
    case EnvelopeShape::constant:
      return {};
    case EnvelopeShape::ramp:
      return fmt::format("rises from {} over {}", share_words(envelope.from),
                         to_text(envelope.over));
    case EnvelopeShape::steps:
      return fmt::format("grows in {} steps", envelope.steps.size());
    case EnvelopeShape::flap:
      return fmt::format("is on for {} of every {}", share_words(envelope.duty),
                         to_text(envelope.period));
  }
  broken("unhandled EnvelopeShape");
}

std::string occasion_words(const OccasionPlan& occasion) {
  if (!occasion.fault.empty()) {
    if (occasion.state == "armed") return "fault " + occasion.fault + " begins";
    return "fault " + occasion.fault + (occasion.state == "ended" ? " ends" : " first bites");
  }
  if (!occasion.action.empty()) return "desk action " + occasion.action;
  if (!occasion.setting.empty()) return becomes(occasion.setting, occasion.values);
  if (!occasion.alert.empty()) return "alert " + occasion.alert;
  return "the facilitator's cue";
}

std::string becomes(const std::string& setting, const std::vector<std::string>& values) {
  return setting + " becomes " + listed(values, "or");
}

}  // namespace mayday
