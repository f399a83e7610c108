#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "figures.h"
#include "lanes.h"
#include "mayday/reports/language.h"
#include "safe_text.h"
#include "words.h"

namespace mayday {
namespace {

constexpr std::size_t kDotsMost = 70;
constexpr std::int64_t kTogether = 9;  ///< Dots closer than this are drawn as one.

struct Dot {
  std::int64_t x = 0;
  std::vector<const Moment*> moments;
};

std::vector<Dot> dots_of(const std::string& lane, const std::vector<Moment>& story,
                         const Scale& scale) {
  std::vector<Dot> dots;
  for (const Moment& moment : story) {
    if (moment.lane != lane) continue;
    std::int64_t x = scale.x(moment.at);
    if (dots.empty() || x - dots.back().x >= kTogether) {
      if (dots.size() == kDotsMost) break;
      dots.push_back({x, {}});
    }
    dots.back().moments.push_back(&moment);
  }
  return dots;
}

/// What a reader is told without pointing: an alert by its name, the others by what was done.
std::string caption(const std::string& lane, const Dot& dot, Language language) {
  std::vector<std::string> parts;
  for (const Moment* moment : dot.moments) {
    std::string part = lane == "alert" || lane == "inject" ? clipped(in(moment->who, language), 30)
                                                           : in(moment->what, language);
    if (lane == "alert" && moment->what == word("moment.resolved"))
      part = in(moment->what, language);
    if (!part.empty() && std::find(parts.begin(), parts.end(), part) == parts.end())
      parts.push_back(part);
  }
  std::string out;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, parts.size()); ++i)
    out += (i == 0 ? "" : " · ") + parts[i];
  return parts.size() > 3 ? out + " …" : out;
}

/// Captions of one language in two rows under the dots; one that would cover another is left to its
/// tooltip.
std::string captions(const std::string& lane, const std::vector<Dot>& dots, std::int64_t y,
                     Language language) {
  std::array<std::int64_t, 2> free_from{kLeft - 6, kLeft - 6};
  std::string out;
  for (const Dot& dot : dots) {
    std::string text = caption(lane, dot, language);
    std::int64_t width = text_width(text);
    std::int64_t from = std::min(dot.x - 5, kRight - width);
    for (std::size_t row = 0; row < free_from.size(); ++row) {
      if (from < free_from[row]) continue;
      free_from[row] = from + width + 10;
      out += fmt::format("<text x=\"{}\" y=\"{}\" class=\"caption {}\">{}</text>", from,
                         y + 31 + 13 * static_cast<std::int64_t>(row),
                         language == Language::zh ? "zh" : "en", html(text));
      break;
    }
  }
  return out;
}

/// "14:00  alice · declared · approvals stall".
std::string line(const Moment& moment, Language language) {
  std::string out = clock(moment.at);
  for (const Text* text : {&moment.who, &moment.what, &moment.detail})
    if (!in(*text, language).empty()) out += " · " + in(*text, language);
  return out;
}

std::string drawn(const std::string& lane, const Dot& dot, std::int64_t y) {
  std::vector<Text> lines;
  bool bad = false;
  for (const Moment* moment : dot.moments) {
    lines.push_back({line(*moment, Language::zh), line(*moment, Language::en)});
    bad = bad || moment->bad;
  }
  std::string many = dot.moments.size() < 2
                         ? ""
                         : fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"8\" class=\"ring {}\"/>",
                                       dot.x, y + 15, lane);
  return fmt::format(
      "<g>{0}<circle cx=\"{1}\" cy=\"{2}\" r=\"11\" class=\"reach\"/>{5}"
      "<circle cx=\"{1}\" cy=\"{2}\" r=\"5\" class=\"dot {3}{4}\"/></g>\n",
      tooltip(lines), dot.x, y + 15, lane, bad ? " wrong" : "", many);
}

}  // namespace

Lane moment_lane(const std::string& name, const std::vector<Moment>& story, const Scale& scale,
                 std::int64_t y) {
  Lane lane{lane_name(word("lane." + name), y + 19), 30};
  std::vector<Dot> dots = dots_of(name, story, scale);
  if (dots.empty()) return lane;
  lane.height = 52;
  lane.svg += fmt::format("<line x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\" class=\"rail\"/>\n", kLeft,
                          kRight, y + 15, y + 15);
  for (const Dot& dot : dots) lane.svg += drawn(name, dot, y);
  for (Language language : {Language::zh, Language::en})
    lane.svg += captions(name, dots, y, language) + "\n";
  return lane;
}

}  // namespace mayday
