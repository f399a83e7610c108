#include "paging.h"

#include <algorithm>

#include "mayday/base/json_text.h"
#include "wire.h"

namespace mayday::airline {
namespace {

constexpr std::string_view kCursor = "g2wAAAAC";

/// Clients must not read ids out of cursors: the id stands there backwards, without its prefix.
std::string cursor(std::string_view id) {
  id.remove_prefix(std::min(id.size(), id.find('_') + 1));
  std::string text(kCursor);
  text.append(id.rbegin(), id.rend());
  return text;
}

std::size_t read_limit(const Target& target, Review& review) {
  if (!target.has("limit")) return 50;
  std::string_view text = target.query("limit");
  std::size_t limit = 0;
  for (char c : text) {
    if (c < '0' || c > '9' || text.size() > 3) {
      limit = 0;
      break;
    }
    limit = limit * 10 + static_cast<std::size_t>(c - '0');
  }
  if (limit < 1 || limit > 200)
    review.refuse("validation_inclusion", "/limit", "limit must be from 1 to 200");
  return limit;
}

/// Where the entry stands that a cursor names.
std::size_t find(const Target& target, std::string_view name,
                 const std::vector<std::string_view>& ids, Review& review) {
  std::string_view wanted = target.query(name);
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (cursor(ids[i]) == wanted) return i;
  review.refuse("validation_format", "/" + std::string(name), "no such cursor");
  return 0;
}

}  // namespace

Page read_page(const Target& target, const std::vector<std::string_view>& ids, Review& review) {
  std::size_t limit = read_limit(target, review);
  Page page;
  if (target.has("after") && target.has("before")) {
    review.refuse("validation_inclusion", "/before", "give either after or before, not both");
  } else if (target.has("before")) {
    page.to = find(target, "before", ids, review);
    page.from = page.to - std::min(limit, page.to);
  } else {
    if (target.has("after")) page.from = find(target, "after", ids, review) + 1;
    page.to = std::min(page.from + limit, ids.size());
  }
  if (!review.passed()) return {};
  append(page.meta, R"({"limit":)", std::to_string(limit), R"(,"before":)",
         page.from == 0 || page.from == page.to ? "null" : quoted(cursor(ids[page.from])),
         R"(,"after":)",
         page.to >= ids.size() || page.from == page.to ? "null" : quoted(cursor(ids[page.to - 1])),
         "}");
  return page;
}

}  // namespace mayday::airline
