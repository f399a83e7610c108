#pragma once

#include <string_view>
#include <vector>

#include "mayday/faults/exchange.h"
#include "mayday/world/router.h"

namespace mayday {

/// The operations of a vendor's contract and how a request is told to be one of them. The place of
/// an operation in the table is the exchange's route.
class Operations {
 public:
  /// `rows` have at least `id`, `method`, `path` and `write`, and live as long as the program.
  template <class Rows>
  explicit Operations(const Rows& rows) {
    for (const auto& row : rows) add(row.id, row.method, row.path, row.write);
  }

  /// Names route, operation, values and `write`; leaves the route at -1 where no row fits.
  void identify(Exchange& x) const;

  /// Some operation has this path, for another method.
  bool knows_path(const Exchange& x) const;

 private:
  struct Operation {
    std::string_view id;
    bool write;
  };
  void add(std::string_view id, std::string_view method, std::string_view path, bool write);

  Router router_;
  std::vector<Operation> operations_;
};

}  // namespace mayday
