#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "mayday/base/json_text.h"
#include "mayday/base/time.h"
#include "mayday/faults/exchange.h"
#include "mayday/world/http.h"
#include "page.h"
#include "shapes.h"

namespace mayday::hesi {

/// The parts of "a,b,c", without empty ones and each only once.
std::vector<std::string_view> comma_list(std::string_view text);

/// Drill time of "yyyy-MM-dd HH:mm:ss" as clocks in China show it; nothing when it is not such a
/// text.
std::optional<Instant> local_time(std::string_view text, std::int64_t starts);

/// A filter by time; the end is exclusive, as rounding makes it in the real product.
struct Dates {
  std::optional<Instant> from, to;
  std::optional<Response> refusal;  ///< Set: nothing else counts.

  bool hold(Instant at) const { return (!from || at >= *from) && (!to || at < *to); }
};
Dates read_dates(std::string_view from, std::string_view to, std::int64_t starts);
/// From the query's startDate and endDate.
Dates read_dates(const Exchange& x, std::int64_t starts);

/// One page of rows with the count of all; `write` puts one row in as the next value.
template <class Row, class Write>
Response page_of_rows(const std::vector<const Row*>& rows, const Page& page, Write write) {
  JsonText out;
  out.open().number("count", static_cast<std::int64_t>(rows.size())).name("items").open_list();
  auto [from, to] = page.within(rows.size());
  for (std::size_t i = from; i < to; ++i) write(out, *rows[i]);
  out.close_list().close();
  return ok(std::move(out));
}

}  // namespace mayday::hesi
