#pragma once

#include <optional>
#include <utility>

namespace mayday {

/// The first thing that is wrong with a request, remembered while it is read to its end.
template <class Problem>
class Complaint {
 public:
  bool passed() const { return !first_; }
  const Problem& first() const { return *first_; }
  void refuse(Problem problem) {
    if (!first_) first_ = std::move(problem);
  }

 private:
  std::optional<Problem> first_;
};

}  // namespace mayday
