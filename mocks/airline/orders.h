#pragma once

#include <vector>

#include "books.h"
#include "door.h"

namespace mayday::airline {

/// Reading orders, and changing what a client keeps with one.
class Orders {
 public:
  Orders(Door& door, Books& books) : door_(door), books_(books) {}

  Handled list(const Exchange& x, Instant now);
  Handled get(const Exchange& x, Instant now);
  Handled update(const Exchange& x, Instant now);

 private:
  std::vector<const Order*> matching(const Exchange& x, Review& review, Instant now) const;
  Response show(const std::string& id, const Stamp& stamp, Instant now);

  Door& door_;
  Books& books_;
};

}  // namespace mayday::airline
