#include "lists.h"

namespace mayday::hesi {
namespace {

constexpr std::chrono::seconds kYear2200{7'258'118'400};

}  // namespace

std::vector<std::string_view> comma_list(std::string_view text) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    std::size_t comma = text.find(',');
    std::string_view part = text.substr(0, comma);
    if (!part.empty() && std::ranges::find(parts, part) == parts.end()) parts.push_back(part);
    text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
  }
  return parts;
}

std::optional<Instant> local_time(std::string_view text, std::int64_t starts) {
  if (text.size() != 19 || text[10] != ' ') return std::nullopt;
  std::string utc(text);
  utc[10] = 'T';
  std::chrono::seconds at = parse_rfc3339(utc + "Z");
  if (at < 0s || at > kYear2200) return std::nullopt;  // beyond, nanoseconds do not suffice
  return Instant{at - 8h - std::chrono::seconds{starts}};
}

Dates read_dates(std::string_view from, std::string_view to, std::int64_t starts) {
  Dates dates;
  dates.from = local_time(from, starts);
  dates.to = local_time(to, starts);
  if ((!from.empty() && !dates.from) || (!to.empty() && !dates.to))
    dates.refusal = error(400, "日期格式不正确");  // not documented
  return dates;
}

Dates read_dates(const Exchange& x, std::int64_t starts) {
  return read_dates(x.target.query("startDate"), x.target.query("endDate"), starts);
}

}  // namespace mayday::hesi
