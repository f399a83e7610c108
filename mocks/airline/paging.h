#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mayday/world/router.h"
#include "review.h"

namespace mayday::airline {

/// The part of a list that a request asks for, by the parameters `limit`, `after` and `before`.
struct Page {
  std::size_t from = 0;  ///< First entry shown.
  std::size_t to = 0;    ///< Behind the last.
  std::string meta;      ///< The answer's `meta` object.
};

/// `ids` are those of the whole list in its order. Cursors name an entry, so that a list which
/// grows does not shift its pages. What is wrong with the parameters stands in `review`.
Page read_page(const Target& target, const std::vector<std::string_view>& ids, Review& review);

/// The body of an answer with this page; `append_entry` appends the entry at an index of the list.
template <class AppendEntry>
std::string list_body(const Page& page, AppendEntry append_entry) {
  std::string body = R"({"data":[)";
  for (std::size_t i = page.from; i < page.to; ++i) {
    if (i > page.from) body += ',';
    append_entry(body, i);
  }
  return body + R"(],"meta":)" + page.meta + "}";
}

}  // namespace mayday::airline
