#include "timeline_svg.h"

#include <fmt/format.h>

#include "figures.h"
#include "lanes.h"
#include "safe_text.h"
#include "words.h"

namespace mayday {
namespace {

constexpr std::int64_t kTop = 30;

/// The smallest round step that gives at most a dozen ticks.
Duration tick_step(Duration length) {
  for (Duration step :
       {Duration{1min}, Duration{2min}, Duration{5min}, Duration{10min}, Duration{15min},
        Duration{30min}, Duration{1h}, Duration{2h}, Duration{4h}, Duration{12h}})
    if (length / step <= 13) return step;
  return length / 12;
}

std::string hours_and_minutes(Duration d) {
  std::int64_t minutes = d / 1min;
  return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
}

std::string axis(const Scale& scale, std::int64_t bottom) {
  std::string out = svg_text(kLeft - 24, 18, "lane-sub", word("minutes-axis"));
  Duration step = tick_step(scale.length);
  for (Duration at{0}; at <= scale.length; at += step) {
    std::int64_t x = scale.x(Instant{at});
    out += fmt::format(
        "<line x1=\"{0}\" x2=\"{0}\" y1=\"{1}\" y2=\"{2}\" class=\"tick\"/>"
        "<text x=\"{0}\" y=\"18\" class=\"time\">{3}</text>\n",
        x, kTop - 6, bottom, hours_and_minutes(at));
  }
  return out;
}

/// First symptom, mitigation and recovery, measured, through all lanes.
std::string turning_points(const Scorecard& card, const Scale& scale, std::int64_t bottom) {
  std::string out;
  for (std::size_t i = 0; i < std::min(kFaultsDrawn, card.timestamps.size()); ++i)
    for (const Stamp& stamp : card.timestamps[i].stamps) {
      bool turns = stamp.name == "t_sym" || stamp.name == "t_mit" || stamp.name == "t_rec";
      if (!turns || stamp.at == kNever) continue;
      Text line{clock(stamp.at) + " " + stamp.meaning.zh, clock(stamp.at) + " " + stamp.meaning.en};
      out += fmt::format(
          "<g>{0}<line x1=\"{1}\" x2=\"{1}\" y1=\"{2}\" y2=\"{3}\" class=\"turn {4}\"/></g>\n",
          tooltip({line}), scale.x(stamp.at), kTop, bottom, html(stamp.name, 10));
    }
  return out;
}

/// Lanes stacked from the top, a hairline between them.
class Stack {
 public:
  void add(Lane lane) {
    body_ += lane.svg;
    y_ += lane.height;
    body_ += fmt::format("<line x1=\"0\" x2=\"{}\" y1=\"{}\" y2=\"{}\" class=\"between\"/>\n",
                         kWidth, y_, y_);
  }
  std::int64_t y() const { return y_; }
  const std::string& body() const { return body_; }

 private:
  std::int64_t y_ = kTop;
  std::string body_;
};

}  // namespace

std::string timeline_svg(const Scorecard& card, const std::vector<Moment>& story,
                         const JourneyRates& rates, Duration length) {
  Scale scale{length};
  Stack stack;
  stack.add(truth_lane(card, scale, stack.y()));
  stack.add(phase_lane(card, scale, stack.y()));
  for (const char* lane : {"alert", "team", "vendor", "notice", "inject"})
    stack.add(moment_lane(lane, story, scale, stack.y()));
  for (const JourneyRate& rate : rates.kinds)
    stack.add(rate_lane({rate.journey, rate.journey}, rate, rates.width, scale, stack.y()));
  return fmt::format(
             "<svg class=\"timeline\" viewBox=\"0 0 {} {}\" role=\"img\" "
             "aria-labelledby=\"timeline\">\n",
             kWidth, stack.y()) +
         axis(scale, stack.y()) + turning_points(card, scale, stack.y()) + stack.body() +
         "</svg>\n";
}

}  // namespace mayday
