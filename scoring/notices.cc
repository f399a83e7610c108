#include <algorithm>

#include "mayday/scoring/body.h"
#include "mayday/scoring/facts.h"
#include "mayday/scoring/wording.h"

namespace mayday {
namespace {

constexpr std::string_view kElements[] = {"impact", "since",   "measures",    "workaround",
                                          "next",   "contact", "compensation"};

/// It has a member for this element, and the member says something.
bool says_element(const json::object& body, std::string_view element) {
  if (element == "next")
    return says(body, "eta_minutes") || says(body, "eta") || says(body, "next");
  return says(body, element);
}

bool has(const std::vector<WordsFound>& found, std::string_view element) {
  return std::any_of(found.begin(), found.end(),
                     [&](const WordsFound& words) { return words.element == element; });
}

/// What its free text says; one text may be in either language.
Wording wording_of(const json::object& body, Instant issued, std::int64_t starts) {
  json::object both = object_in(body, "text");
  if (both.empty()) return read_wording(text_in(body, "text"), "", issued, starts);
  Wording wording = read_wording(text_in(both, "zh"), "zh", issued, starts);
  Wording english = read_wording(text_in(both, "en"), "en", issued, starts);
  for (WordsFound& words : english.found)
    if (!has(wording.found, words.element)) wording.found.push_back(std::move(words));
  wording.eta = std::min(wording.eta, english.eta);
  return wording;
}

std::string free_text(const json::object& body) {
  json::object both = object_in(body, "text");
  if (both.empty()) return text_in(body, "text");
  return says(both, "zh") ? text_in(both, "zh") : text_in(both, "en");
}

Instant estimate_of(const json::object& body, Instant issued, std::int64_t starts) {
  std::int64_t minutes = integer_in(body, "eta_minutes", -1);
  if (minutes >= 0) return issued + std::chrono::minutes{minutes};
  return instant_in(body, "eta", starts);
}

bool names(const NoticeCheck& check, std::string_view element) {
  return std::find(check.elements.begin(), check.elements.end(), element) != check.elements.end();
}

NoticeCheck check_notice(const Filed& filed, const Findings& found, std::int64_t starts) {
  const json::object& body = filed.action.body;
  NoticeCheck check;
  check.at = filed.t;
  check.actor = filed.action.actor;
  Wording wording = wording_of(body, filed.t, starts);
  for (std::string_view element : kElements)
    if (says_element(body, element) || has(wording.found, element))
      check.elements.emplace_back(element);
  check.channels = texts_in(body, "channels");
  check.audience = text_in(body, "audience");
  check.recovered = flag_in(body, "recovered") || has(wording.found, "recovered");
  check.eta = estimate_of(body, filed.t, starts);
  if (check.eta == kNever) check.eta = wording.eta;
  check.text = free_text(body);
  for (WordsFound& words : wording.found)
    if (!says_element(body, words.element)) check.found.push_back(std::move(words));
  for (std::size_t fault : faults_of(found.attribution, filed.incident)) {
    const Measured& measured = found.measured[fault];
    if (filed.t < measured.onset) continue;
    if (check.fault.empty()) check.fault = measured.fault;
    check.counts = names(check, "impact") && names(check, "measures");
    if (check.recovered && !within(measured.mitigated_spans, filed.t, measured.delta))
      check.premature = true;
  }
  return check;
}

}  // namespace

std::vector<NoticeCheck> check_notices(const Trail& trail, const Findings& found) {
  std::vector<NoticeCheck> checks;
  for (const Filed& filed : found.log.notices)
    checks.push_back(check_notice(filed, found, plan_of(trail).starts));
  return checks;
}

}  // namespace mayday
