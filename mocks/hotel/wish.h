#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "query.h"
#include "rates.h"

namespace mayday::hotel {

/// What a search asks for beyond the stay. Its texts are the query's.
struct Wish {
  bool best_only = true;
  bool include_closed = false;
  std::string_view payment = "NONE";
  std::string_view board;
  std::vector<std::string_view> rates;
  std::int64_t nightly_least = 0;
  std::int64_t nightly_most = 0;  ///< 0: no limit.
};

Wish read_wish(Query& query);

bool suits(const Offer& offer, const Wish& wish);

}  // namespace mayday::hotel
