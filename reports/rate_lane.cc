#include <fmt/format.h>

#include "figures.h"
#include "lanes.h"

namespace mayday {
namespace {

constexpr std::int64_t kHeight = 46;

std::int64_t counted(const RateBin& bin) { return bin.normal + bin.alternative + bin.bad; }

/// Height of a share of the bin's journeys in tenths of a unit from the lane's top.
std::string level(std::int64_t top, std::int64_t part, std::int64_t whole) {
  return fixed(10 * (top + kHeight) - 10 * kHeight * part / whole, 1);
}

/// Steps over all bins that saw a journey; a minute without any is a gap, not a value.
template <class Part>
std::string steps(const JourneyRate& rate, Duration width, const Scale& scale, std::int64_t top,
                  Part part) {
  std::string path;
  bool open = false;
  auto close = [&](std::int64_t x) {
    if (open) path += fmt::format("L{} {}Z", x, top + kHeight);
    open = false;
  };
  for (std::size_t i = 0; i < rate.bins.size(); ++i) {
    const RateBin& bin = rate.bins[i];
    auto from = scale.x(Instant{width * static_cast<std::int64_t>(i)});
    auto to = scale.x(Instant{width * static_cast<std::int64_t>(i + 1)});
    if (counted(bin) == 0) {
      close(from);
      continue;
    }
    std::string y = level(top, part(bin), counted(bin));
    if (!open) path += fmt::format("M{} {}", from, top + kHeight);
    path += fmt::format("L{} {}L{} {}", from, y, to, y);
    open = true;
  }
  close(kRight);
  return path;
}

/// An unseen strip for each bin, so that pointing at it tells the figures.
std::string tooltips(const JourneyRate& rate, Duration width, const Scale& scale,
                     std::int64_t top) {
  std::string out;
  for (std::size_t i = 0; i < rate.bins.size(); ++i) {
    const RateBin& bin = rate.bins[i];
    if (counted(bin) == 0) continue;
    Instant begins{width * static_cast<std::int64_t>(i)};
    std::int64_t from = scale.x(begins);
    std::int64_t good = bin.normal + bin.alternative;
    out += fmt::format(
        "<g><title>{}  {}/{} ✓{}</title><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" "
        "class=\"reach\"/></g>",
        clock(begins), good, counted(bin),
        bin.alternative > 0 ? fmt::format(" ({}↷)", bin.alternative) : "", from, top,
        std::max<std::int64_t>(1, scale.x(begins + width) - from), kHeight);
  }
  return out;
}

}  // namespace

Lane rate_lane(const Text& title, const JourneyRate& rate, Duration width, const Scale& scale,
               std::int64_t y) {
  std::int64_t top = y + 6;
  Lane lane{lane_name(title, top + 20), kHeight + 16};
  lane.svg += fmt::format(
      "<text x=\"{0}\" y=\"{1}\" class=\"lane-sub\">0–100 %</text>"
      "<rect x=\"{2}\" y=\"{3}\" width=\"{4}\" height=\"{5}\" class=\"ground\"/>\n",
      kLeft - 12, top + 36, kLeft, top, kRight - kLeft, kHeight);
  lane.svg += "<path class=\"rate other\" d=\"" +
              steps(rate, width, scale, top,
                    [](const RateBin& bin) { return bin.normal + bin.alternative; }) +
              "\"/>\n<path class=\"rate\" d=\"" +
              steps(rate, width, scale, top, [](const RateBin& bin) { return bin.normal; }) +
              "\"/>\n";
  lane.svg += fmt::format("<line x1=\"{}\" x2=\"{}\" y1=\"{}\" y2=\"{}\" class=\"ninety\"/>\n",
                          kLeft, kRight, level(top, 9, 10), level(top, 9, 10));
  lane.svg += tooltips(rate, width, scale, top) + "\n";
  return lane;
}

}  // namespace mayday
