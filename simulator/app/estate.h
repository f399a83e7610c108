#pragma once

#include <memory>
#include <vector>

#include "mayday/airline/airline.h"
#include "mayday/desk/desk.h"
#include "mayday/drill/drill.h"
#include "mayday/faults/front.h"
#include "mayday/faults/service_front.h"
#include "mayday/hesi/hesi.h"
#include "mayday/hotel/hotel.h"
#include "mayday/payment/payment.h"
#include "mayday/world/world.h"

namespace mayday {

/// One team's vendors and desk, standing in a world: everything on the one thread of that world.
class Estate {
 public:
  /// Who answers `/admin` at the desk; empty: the desk itself, with no token.
  using Admin = std::function<Task<std::optional<Reply>>(Request)>;

  /// Puts every member on the network; a desk that is not ours is left to the world. All references
  /// outlive the estate. `record` hears of what is passed on to upstreams; it may be empty.
  Estate(World& world, Drill& drill, const Plan& plan, SignRs256 sign, Admin admin,
         const Upstream::Record& record);
  ~Estate();

  /// What the director needs of it.
  Drill::Estate handles();

  std::vector<VendorEntry> vendor_books() const;
  /// A member's own records; nothing when it keeps none or they are not ours to see.
  std::optional<std::vector<BookEntry>> books_of(Member member) const;

 private:
  class Hands;

  void stand_vendors(World& world, Drill& drill, const Plan& plan, const Upstream::Record& record);
  void stand_desk(World& world, Drill& drill, const Plan& plan, Admin admin);

  Hesi hesi_;
  Airline airline_;
  Hotel hotel_;
  Payment payment_;
  std::vector<Vendor*> vendors_;
  std::vector<std::unique_ptr<Front>> fronts_;
  std::unique_ptr<Desk> desk_;
  std::unique_ptr<ServiceFront> desk_front_;
  std::unique_ptr<DeskAdmin> hands_;
};

}  // namespace mayday
