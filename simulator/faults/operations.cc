#include "mayday/faults/operations.h"

#include <utility>

namespace mayday {

void Operations::identify(Exchange& x) const {
  RouteMatch match = router_.match(x.request.method, x.target.path());
  x.route = match.route;
  if (match.route < 0) return;
  const Operation& operation = operations_[static_cast<std::size_t>(match.route)];
  x.operation = operation.id;
  x.write = operation.write;
  x.values = std::move(match.values);
}

bool Operations::knows_path(const Exchange& x) const {
  return router_.match(x.request.method, x.target.path()).path_known;
}

void Operations::add(std::string_view id, std::string_view method, std::string_view path,
                     bool write) {
  router_.add(method, path);
  operations_.push_back({id, write});
}

}  // namespace mayday
