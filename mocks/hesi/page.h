#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "mayday/faults/exchange.h"
#include "mayday/world/http.h"

namespace mayday::hesi {

/// Which part of a list is wanted.
struct Page {
  std::size_t start = 0;
  std::size_t count = 100;
  std::optional<Response> refusal;  ///< Set: nothing else counts.

  /// Half-open range of a list of that size.
  std::pair<std::size_t, std::size_t> within(std::size_t size) const;
};

/// Reads zero-based `start_name` and `count`; more than 100 rows become 100 (contract M9). When
/// they are `required`, a missing name is the servlet's 404.
Page read_page(const Exchange& x, std::string_view start_name, bool required);

/// A filter of three states: absent lets all pass, "true" those that are set, anything else the
/// rest.
bool passes(const Exchange& x, std::string_view name, bool set);

}  // namespace mayday::hesi
