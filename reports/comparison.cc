#include "comparison.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

#include "mayday/reports/figures.h"
#include "safe_text.h"
#include "words.h"

namespace mayday {
namespace {

/// A stretch between two stamps that a team wants short.
struct Stage {
  std::string_view name;  ///< Of words.cc, below "stage.".
  std::string_view from;
  std::string_view to;
};
constexpr std::array<Stage, 8> kStages{{{"detect", "t_sym", "t_det"},
                                        {"declare", "t_det", "t_dec"},
                                        {"locate", "t_sym", "t_loc"},
                                        {"vendor", "t_dec", "t_ven"},
                                        {"notice", "t_sym", "t_usr"},
                                        {"mitigate", "t_sym", "t_mit"},
                                        {"recover", "t_sym", "t_rec"},
                                        {"verify", "t_rec", "t_ver"}}};

std::string signed_by(bool positive, const std::string& amount) {
  return (positive ? "+" : "−") + amount;
}

ComparedFigure points_change(Text name, std::int64_t earlier, std::int64_t now) {
  std::int64_t by = now - earlier;
  std::string change = by == 0 ? "±0" : signed_by(by > 0, points(std::abs(by)));
  return {std::move(name), points(earlier), points(now), change, by > 0, by < 0};
}

const EarlierRun::Bar* bar_of(const EarlierRun& earlier, const std::string& id) {
  for (const EarlierRun::Bar& bar : earlier.bars)
    if (bar.id == id && bar.applies) return &bar;
  return nullptr;
}

void add_bars(const Scorecard& card, const EarlierRun& earlier, std::vector<ComparedFigure>& rows) {
  for (const Dimension& dimension : card.dimensions) {
    const EarlierRun::Bar* bar = bar_of(earlier, dimension.id);
    if (bar != nullptr && dimension.applies)
      rows.push_back(points_change(dimension.name, bar->points, dimension.points));
  }
}

Instant stamp(const std::map<std::string, Instant>& stamps, std::string_view name) {
  auto known = stamps.find(std::string(name));
  return known == stamps.end() ? kNever : known->second;
}

std::map<std::string, Instant> by_name(const FaultStamps& fault) {
  std::map<std::string, Instant> stamps;
  for (const Stamp& one : fault.stamps) stamps[one.name] = one.at;
  return stamps;
}

/// In whole seconds, as it is printed: a score.json knows no more than milliseconds.
Duration took(const std::map<std::string, Instant>& stamps, const Stage& stage) {
  Instant from = stamp(stamps, stage.from);
  Instant to = stamp(stamps, stage.to);
  if (from == kNever || to == kNever) return kForever;
  return std::chrono::round<std::chrono::seconds>(to - from);
}

ComparedFigure stage_change(Text name, Duration earlier, Duration now) {
  ComparedFigure row{std::move(name), length(earlier), length(now), {}, false, false};
  if (earlier == kForever || now == kForever) {
    row.better = now != kForever;
    row.worse = earlier != kForever;
    return row;
  }
  row.better = now < earlier;
  row.worse = now > earlier;
  row.change = now == earlier
                   ? "±0"
                   : signed_by(now > earlier, length(std::max(now - earlier, earlier - now)));
  return row;
}

void add_stages(const Scorecard& card, const EarlierRun& earlier,
                std::vector<ComparedFigure>& rows) {
  for (const FaultStamps& fault : card.timestamps)
    for (const EarlierRun::Fault& before : earlier.faults) {
      if (before.id != fault.fault) continue;
      std::string of = card.timestamps.size() > 1 ? " · " + fault.fault : "";
      for (const Stage& stage : kStages) {
        Duration then = took(before.stamps, stage);
        Duration now = took(by_name(fault), stage);
        if (then == kForever && now == kForever) continue;
        Text name = name_of("stage", stage.name);
        rows.push_back(stage_change({name.zh + of, name.en + of}, then, now));
      }
    }
}

std::vector<Text> differences(const Scorecard& card, const EarlierRun& earlier) {
  std::vector<Text> out;
  auto tell = [&](std::string_view what, const std::string& then, const std::string& now) {
    if (then == now) return;
    Text name = word(what);
    std::string values = clipped(then, 60) + " → " + clipped(now, 60);
    out.push_back({name.zh + "不同：" + values, name.en + " differs: " + values});
  };
  tell("seed", std::to_string(earlier.seed), std::to_string(card.seed));
  tell("profile", earlier.profile, card.profile);
  tell("model", earlier.model, card.model);
  tell("world", earlier.world, card.world);
  return out;
}

/// Where the intervals overlap, nothing is claimed.
Text finding(const Scorecard& card, const EarlierRun& earlier) {
  if (card.low <= earlier.high && earlier.low <= card.high) return word("compared-same");
  return word(card.score > earlier.score ? "compared-better" : "compared-worse");
}

}  // namespace

Comparison compare(const Scorecard& card, const EarlierRun& earlier) {
  Comparison out{finding(card, earlier), differences(card, earlier), {}, {}};
  ComparedFigure score = points_change(word("score"), earlier.score, card.score);
  auto with_interval = [](std::string& figure, std::int64_t low, std::int64_t high) {
    figure += " (" + points(low) + "–" + points(high) + ")";
  };
  with_interval(score.earlier, earlier.low, earlier.high);
  with_interval(score.now, card.low, card.high);
  out.points.push_back(std::move(score));
  add_bars(card, earlier, out.points);
  add_stages(card, earlier, out.stages);
  return out;
}

}  // namespace mayday
