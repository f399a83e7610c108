#include "lanes.h"

#include <fmt/format.h>

#include <algorithm>

#include "mayday/reports/language.h"
#include "page.h"
#include "safe_text.h"

namespace mayday {
namespace {

std::string one_text(std::int64_t x, std::int64_t y, std::string_view css_class,
                     std::string_view text, std::size_t most) {
  return fmt::format("<text x=\"{}\" y=\"{}\" class=\"{}\">{}</text>", x, y, css_class,
                     html(text, most));
}

/// Lines for an attribute; the line break is ours, so it stays one.
std::string joined(const std::vector<Text>& lines, Language language) {
  constexpr std::size_t kLines = 4;
  std::string out;
  for (std::size_t i = 0; i < std::min(kLines, lines.size()); ++i)
    out += (i == 0 ? "" : "&#10;") + html(in(lines[i], language), 90);
  if (lines.size() > kLines) out += fmt::format("&#10;+{}", lines.size() - kLines);
  return out;
}

}  // namespace

std::int64_t Scale::x(Instant at) const {
  // Microseconds keep the product of a day and a thousand units far from overflow.
  std::int64_t whole = std::max<std::int64_t>(1, length / 1us);
  std::int64_t part = std::clamp<std::int64_t>(at.since_start / 1us, 0, whole);
  return kLeft + part * (kRight - kLeft) / whole;
}

std::string lane_name(const Text& name, std::int64_t y) {
  return svg_text(kLeft - 12, y, "lane-name", name, 40);
}

std::int64_t text_width(std::string_view text) {
  std::int64_t tenths = 0;
  for (std::size_t at = 0; at < text.size();) {
    Character character = character_at(text, at);
    tenths += character.code < 0x2E80 ? 66 : 116;
    at += character.bytes;
  }
  return tenths / 10;
}

std::string svg_text(std::int64_t x, std::int64_t y, std::string_view css_class, const Text& text,
                     std::size_t most) {
  const std::string& zh = in(text, Language::zh);
  const std::string& en = in(text, Language::en);
  if (zh == en) return one_text(x, y, css_class, en, most);
  return one_text(x, y, std::string(css_class) + " zh", zh, most) +
         one_text(x, y, std::string(css_class) + " en", en, most);
}

std::string tooltip(const std::vector<Text>& lines) {
  std::string zh = joined(lines, Language::zh);
  std::string en = joined(lines, Language::en);
  if (zh == en) return "<title>" + en + "</title>";
  return "<title data-en=\"" + en + "\">" + zh + "</title>";
}

}  // namespace mayday
