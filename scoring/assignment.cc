#include <algorithm>
#include <limits>

#include "mayday/scoring/matching.h"

namespace mayday {
namespace {

constexpr std::int64_t kInfinite = std::numeric_limits<std::int64_t>::max() / 4;

/// Kuhn and Munkres with potentials, over a square matrix of costs; rows and columns count from 1
/// and 0 stands for "none".
class Hungarian {
 public:
  explicit Hungarian(std::vector<std::vector<std::int64_t>> costs)
      : costs_(std::move(costs)),
        size_(costs_.size()),
        row_potential_(size_ + 1),
        column_potential_(size_ + 1),
        row_of_(size_ + 1),
        came_from_(size_ + 1) {}

  /// The column of each row, all from 0.
  std::vector<std::size_t> solve() {
    for (std::size_t row = 1; row <= size_; ++row) augment(row);
    std::vector<std::size_t> column_of(size_);
    for (std::size_t column = 1; column <= size_; ++column)
      column_of[row_of_[column] - 1] = column - 1;
    return column_of;
  }

 private:
  void augment(std::size_t row) {
    std::vector<std::int64_t> slack(size_ + 1, kInfinite);
    std::vector<bool> used(size_ + 1, false);
    row_of_[0] = row;
    std::size_t column = 0;
    do {
      used[column] = true;
      column = step(column, slack, used);
    } while (row_of_[column] != 0);
    while (column != 0) {
      row_of_[column] = row_of_[came_from_[column]];
      column = came_from_[column];
    }
  }

  /// Relaxes from `column` and returns the nearest unused one.
  std::size_t step(std::size_t column, std::vector<std::int64_t>& slack,
                   const std::vector<bool>& used) {
    std::size_t row = row_of_[column];
    std::int64_t smallest = kInfinite;
    std::size_t nearest = 0;
    for (std::size_t j = 1; j <= size_; ++j) {
      if (used[j]) continue;
      std::int64_t reduced = costs_[row - 1][j - 1] - row_potential_[row] - column_potential_[j];
      if (reduced < slack[j]) {
        slack[j] = reduced;
        came_from_[j] = column;
      }
      if (slack[j] < smallest) {
        smallest = slack[j];
        nearest = j;
      }
    }
    for (std::size_t j = 0; j <= size_; ++j) {
      if (used[j]) {
        row_potential_[row_of_[j]] += smallest;
        column_potential_[j] -= smallest;
      } else {
        slack[j] -= smallest;
      }
    }
    return nearest;
  }

  std::vector<std::vector<std::int64_t>> costs_;
  std::size_t size_;
  std::vector<std::int64_t> row_potential_;
  std::vector<std::int64_t> column_potential_;
  std::vector<std::size_t> row_of_;  ///< By column; [0] is the row being placed.
  std::vector<std::size_t> came_from_;
};

}  // namespace

std::vector<int> assign(const std::vector<std::vector<Ppm>>& weights) {
  std::size_t rows = weights.size();
  std::size_t columns = rows == 0 ? 0 : weights.front().size();
  std::size_t size = std::max(rows, columns);
  // A tie goes to the earlier row: every edge of row i is worth a trifle more than one of row i
  // + 1.
  auto scale = static_cast<std::int64_t>(size * size + 1);
  std::vector<std::vector<std::int64_t>> costs(size, std::vector<std::int64_t>(size, 0));
  for (std::size_t i = 0; i < rows; ++i)
    for (std::size_t j = 0; j < columns; ++j)
      if (weights[i][j] > 0)
        costs[i][j] = -(weights[i][j] * scale + static_cast<std::int64_t>(rows - i));
  std::vector<std::size_t> column_of = Hungarian(std::move(costs)).solve();
  std::vector<int> result(rows, -1);
  for (std::size_t i = 0; i < rows; ++i)
    if (column_of[i] < columns && weights[i][column_of[i]] > 0)
      result[i] = static_cast<int>(column_of[i]);
  return result;
}

}  // namespace mayday
