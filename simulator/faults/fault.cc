#include "mayday/faults/fault.h"

#include <algorithm>
#include <boost/json/parse.hpp>

#include "mayday/base/check.h"
#include "mayday/base/json_path.h"

namespace mayday {
namespace {

bool one_of(const std::vector<std::string>& wanted, std::string_view value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool has_headers(const std::vector<NameValue>& wanted, const Headers& headers) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const NameValue& field) {
    return field.value == "*" ? headers.has(field.name) : headers.get(field.name) == field.value;
  });
}

bool has_members(const std::vector<NameValue>& wanted, const std::string& body) {
  if (wanted.empty()) return true;
  boost::system::error_code error;
  json::value parsed = json::parse(body, error);
  if (error) return false;
  return std::all_of(wanted.begin(), wanted.end(), [&](const NameValue& member) {
    std::string value = text_at(parsed, member.name);
    return member.value == "*" ? !value.empty() : value == member.value;
  });
}

std::map<std::string, std::size_t> ranked(const std::vector<std::string>& victims, Seed seed,
                                          const std::string& name) {
  std::vector<std::pair<std::uint64_t, std::string>> order;
  for (const std::string& victim : victims) order.emplace_back(draw(seed, name, victim), victim);
  std::sort(order.begin(), order.end());
  std::map<std::string, std::size_t> ranks;
  for (std::size_t i = 0; i < order.size(); ++i) ranks[order[i].second] = i;
  return ranks;
}

}  // namespace

Fault::Fault(FaultPlan planned, Seed seed)
    : plan(std::move(planned)),
      effect(make_effect(plan.effect)),
      seed_(seed),
      draw_name_("fault/" + (plan.draw.empty() ? plan.id : plan.draw)),
      per_mille_(plan.per_mille),
      spared_(plan.grace.spared.begin(), plan.grace.spared.end()),
      rank_(ranked(plan.victims, seed, draw_name_)) {}

bool Fault::selects(const Exchange& x, const std::string& department) {
  const MatchPlan& match = plan.match;
  const std::string& who = x.acting();
  bool about = one_of(match.clients, to_text(x.origin.client)) &&
               one_of(match.departments, department) && one_of(match.staff, who) &&
               has_headers(match.headers, x.request.headers) &&
               has_members(match.body, x.request.body);
  if (!about) return false;
  ++matched_;
  return (match.first == 0 || matched_ <= match.first) && matched_ % match.every == 0;
}

bool Fault::hits(const Exchange& x, Instant now) const {
  const std::string& who = x.acting();
  if (now < spares_until_ && spared_.contains(who)) return false;
  std::uint32_t strength_now = strength(now);
  switch (plan.by) {
    case ShareBy::staff: {
      bool worse = per_mille_ > plan.per_mille;
      if (worse && chance(draw(seed_, draw_name_, who), per_mille_)) return true;
      auto rank = rank_.find(who);
      return rank != rank_.end() && rank->second * 1000 < rank_.size() * strength_now;
    }
    case ShareBy::request:
    case ShareBy::journey: {
      std::uint32_t per_mille = per_mille_ * strength_now / 1000;
      if (per_mille >= 1000) return true;
      bool by_journey = plan.by == ShareBy::journey && !x.origin.journeys.empty();
      std::string key = by_journey ? "journey/" + std::to_string(x.origin.journeys.front()) : x.key;
      return chance(draw(seed_, draw_name_, key), per_mille);
    }
  }
  broken("unhandled ShareBy");
}

/// In thousandths of the fault's share.
std::uint32_t Fault::strength(Instant now) const {
  const EnvelopePlan& envelope = plan.strength;
  Duration since = now - armed_at_;
  switch (envelope.shape) {
    case EnvelopeShape::constant:
      return 1000;
    case EnvelopeShape::ramp: {
      if (since >= envelope.over) return 1000;
      std::int64_t rise = (1000 - static_cast<std::int64_t>(envelope.from)) * (since / 1ms) /
                          std::max<std::int64_t>(1, envelope.over / 1ms);
      return envelope.from + static_cast<std::uint32_t>(rise);
    }
    case EnvelopeShape::steps: {
      std::uint32_t level = 0;
      for (const StepPlan& step : envelope.steps)
        if (since >= step.after) level = step.per_mille;
      return level;
    }
    case EnvelopeShape::flap:
      return since % envelope.period < envelope.period / 1000 * envelope.duty ? 1000 : 0;
  }
  broken("unhandled EnvelopeShape");
}

Stage Fault::stage(bool write) const {
  bool about_commit = plan.stage == Stage::before_commit || plan.stage == Stage::commit ||
                      plan.stage == Stage::after_commit;
  return about_commit && !write ? Stage::respond_head : plan.stage;
}

std::uint64_t Fault::draw_for(const Exchange& x) const {
  return draw(seed_, draw_name_ + "/effect", x.key);
}

}  // namespace mayday
