#include "page.h"

#include <algorithm>

#include "numbers.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

constexpr std::size_t kRowsMax = 100;

}  // namespace

std::pair<std::size_t, std::size_t> Page::within(std::size_t size) const {
  std::size_t from = std::min(start, size);
  return {from, from + std::min(count, size - from)};
}

Page read_page(const Exchange& x, std::string_view start_name, bool required) {
  Page page;
  for (std::string_view name : {start_name, std::string_view("count")}) {
    if (!x.target.has(name)) {
      if (required) page.refusal = servlet(404, x.target.path());
      continue;
    }
    std::optional<std::int64_t> value = whole_number(x.target.query(name));
    if (!value || *value < (name == "count" ? 1 : 0)) {
      page.refusal = error(400, "参数" + std::string(name) + "不正确");
      return page;
    }
    (name == "count" ? page.count : page.start) = static_cast<std::size_t>(*value);
  }
  page.count = std::min(page.count, kRowsMax);
  return page;
}

bool passes(const Exchange& x, std::string_view name, bool set) {
  if (!x.target.has(name)) return true;
  return (x.target.query(name) == "true") == set;
}

}  // namespace mayday::hesi
