#include <algorithm>

#include "parts.h"

namespace mayday {
namespace {

/// What went wrong, in quarters of an operation, so that the halves and quarters stay whole
/// numbers.
std::int64_t quarters(const BooksCheck& books) {
  return 4 * (books.lost + books.duplicates + 2 * books.duplicate_payments) + 2 * books.mismatches +
         books.stuck;
}

/// One bad operation in a hundred loses everything.
Ppm integrity(const BooksCheck& books) {
  std::int64_t bad = quarters(books);
  if (bad == 0) return kOne;
  if (books.operations == 0) return 0;
  return kOne - std::min(kOne, rounded(bad * 25 * kOne, books.operations));
}

}  // namespace

Dimension data(const FaultTimeline& fault, const Profile&) {
  Dimension result = new_dimension("d7", {"数据完整性", "Data integrity"});
  const BooksCheck& books = fault.books;
  if (!books.known) {
    result.applies = false;
    result.note = {"没有收到账目核对结果", "nobody could compare the books"};
    return result;
  }
  std::string bad = std::to_string(books.lost + books.duplicates + books.duplicate_payments +
                                   books.mismatches + books.stuck);
  std::string all = std::to_string(books.operations);
  add_part(result, "integrity", 700'000, integrity(books),
           {all + " 笔业务中 " + bad + " 笔有误", bad + " of " + all + " operations differ"});
  add_part(result, "reported", 300'000, books.f1,
           {"上报的问题订单清单", "the list of bad orders that the team reported"});
  return result;
}

}  // namespace mayday
