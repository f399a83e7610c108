#include "timeline_data.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "mayday/base/json.h"
#include "page_data.h"
#include "safe_text.h"
#include "words.h"

namespace mayday {
namespace {

constexpr std::size_t kFaults = 6;
constexpr std::size_t kNames = 48;      ///< Bytes of a name in the picture.
constexpr std::size_t kDetails = 180;   ///< Bytes of what a reader sees on pointing.
constexpr std::size_t kBytes = 70'000;  ///< Of all moments, and again of all alerts.

constexpr std::array<std::string_view, 27> kWords{
    "lane.truth",      "lane.phases",    "lane.alert",    "lane.team",     "lane.vendor",
    "lane.notice",     "lane.inject",    "rates",         "phase.detect",  "phase.declare",
    "phase.locate",    "phase.mitigate", "phase.recover", "phase.verify",  "moment.firing",
    "moment.resolved", "normal-path",    "other-path",    "worst-90",      "whole-drill",
    "incident-window", "zoom-in",        "zoom-out",      "timeline-keys", "still-open",
    "no-journeys",     "timeline-view"};

std::int64_t ms(Duration d) { return d / 1ms; }
std::int64_t ms(Instant at) { return ms(at.since_start); }

json::string plain(std::string_view text) { return json::string(clipped(text, kNames)); }

/// From one instant to another; without `to` when that never came.
json::object span(Instant from, Instant to) {
  json::object out{{"from", ms(from)}};
  if (to != kNever) out["to"] = ms(to);
  return out;
}

Instant stamp_of(const Scorecard& card, const std::string& fault, std::string_view name) {
  for (const FaultStamps& stamps : card.timestamps)
    if (stamps.fault == fault)
      for (const Stamp& stamp : stamps.stamps)
        if (stamp.name == name) return stamp.at;
  return kNever;
}

json::array phases(const FaultScore& fault) {
  json::array out;
  for (const Phase& phase : fault.phases) {
    json::object one = span(phase.from, phase.to);
    one["name"] = plain(phase.name);
    out.push_back(std::move(one));
  }
  return out;
}

json::array faults(const Scorecard& card) {
  json::array out;
  for (std::size_t i = 0; i < std::min(kFaults, card.faults.size()); ++i) {
    const FaultScore& fault = card.faults[i];
    Instant onset = std::min(stamp_of(card, fault.id, "t_on"), stamp_of(card, fault.id, "t_arm"));
    if (onset == kNever) continue;
    json::object one = span(onset, fault.ended);
    one["id"] = plain(fault.id);
    one["truth"] = json::string(clipped(
        fault.truth.component + " · " + fault.truth.kind + " · " + fault.truth.party, kDetails));
    one["by"] = said(name_of("ended", fault.by), kNames);
    one["phases"] = phases(fault);
    out.push_back(std::move(one));
  }
  return out;
}

/// First symptom, mitigation and recovery, as measured.
json::array turns(const Scorecard& card) {
  json::array out;
  for (std::size_t i = 0; i < std::min(kFaults, card.timestamps.size()); ++i)
    for (const Stamp& stamp : card.timestamps[i].stamps) {
      bool turns = stamp.name == "t_sym" || stamp.name == "t_mit" || stamp.name == "t_rec";
      if (!turns || stamp.at == kNever) continue;
      out.push_back(json::object{{"name", stamp.name},
                                 {"at", ms(stamp.at)},
                                 {"what", said(stamp.meaning, kNames)},
                                 {"fault", plain(card.timestamps[i].fault)}});
    }
  return out;
}

/// Adds until the bytes are used up.
class Budget {
 public:
  void add(json::object one) {
    used_ += script_safe(canonical(one)).size();
    if (used_ <= kBytes) list_.push_back(std::move(one));
  }
  json::array take() && { return std::move(list_); }

 private:
  json::array list_;
  std::size_t used_ = 0;
};

json::array moments_of(const std::vector<Moment>& story) {
  Budget budget;
  for (const Moment& moment : story) {
    if (moment.lane == "truth" || moment.lane == "alert") continue;
    json::object one{{"at", ms(moment.at)},
                     {"lane", moment.lane},
                     {"who", said(moment.who, kNames)},
                     {"what", said(moment.what, kNames)},
                     {"detail", said(moment.detail, kDetails)}};
    if (moment.bad) one["bad"] = true;
    budget.add(std::move(one));
  }
  return std::move(budget).take();
}

/// When an alert that fires at story[i] resolves.
Instant resolved(const std::vector<Moment>& story, std::size_t i) {
  for (std::size_t later = i + 1; later < story.size(); ++later)
    if (story[later].lane == "alert" && story[later].who == story[i].who &&
        story[later].what == word("moment.resolved"))
      return story[later].at;
  return kNever;
}

json::array alerts(const std::vector<Moment>& story) {
  Budget budget;
  for (std::size_t i = 0; i < story.size(); ++i) {
    const Moment& moment = story[i];
    if (moment.lane != "alert" || moment.what != word("moment.firing")) continue;
    json::object one = span(moment.at, resolved(story, i));
    one["name"] = said(moment.who, kNames);
    one["detail"] = said(moment.detail, kDetails);
    if (moment.bad) one["bad"] = true;
    budget.add(std::move(one));
  }
  return std::move(budget).take();
}

Text title_of(const Scorecard& card, const std::string& journey) {
  for (const Impact& impact : card.impact)
    if (impact.journey == journey) return impact.title;
  return {journey, journey};
}

json::array rates_of(const Scorecard& card, const JourneyRates& rates) {
  json::array out;
  for (const JourneyRate& rate : rates.kinds) {
    json::array bins;
    for (const RateBin& bin : rate.bins)
      bins.push_back(json::array{bin.normal, bin.alternative, bin.bad});
    out.push_back(json::object{{"title", said(title_of(card, rate.journey), kNames)},
                               {"bins", std::move(bins)}});
  }
  return out;
}

}  // namespace

std::string timeline_data(const Scorecard& card, const std::vector<Moment>& story,
                          const JourneyRates& rates, Duration length) {
  json::object data{{"length", ms(length)},           {"bin", ms(rates.width)},
                    {"faults", faults(card)},         {"turns", turns(card)},
                    {"alerts", alerts(story)},        {"moments", moments_of(story)},
                    {"rates", rates_of(card, rates)}, {"words", said_words(kWords)}};
  return script_safe(canonical(data));
}

}  // namespace mayday
