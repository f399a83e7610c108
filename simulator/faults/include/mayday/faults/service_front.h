#pragma once

#include "mayday/faults/operations.h"
#include "mayday/faults/passage.h"
#include "mayday/world/service.h"

namespace mayday {

/// Puts faults in front of a service that answers by itself, as the desk does. A call that no fault
/// can hit passes at no cost.
class ServiceFront final : public Service {
 public:
  /// All references outlive it.
  ServiceFront(FrontDesk desk, Member member, const Operations& operations, Service& inner,
               Failure failure)
      : desk_(desk),
        member_(member),
        operations_(operations),
        inner_(inner),
        failure_(std::move(failure)) {}

  Task<Reply> serve(Request request) override;
  Response turn_away(int status) override { return inner_.turn_away(status); }

 private:
  Task<Reply> guard(Request request);
  Task<Reply> suffer(Exchange& x, std::vector<Fault*> hits);

  FrontDesk desk_;
  Member member_;
  const Operations& operations_;
  Service& inner_;
  Failure failure_;
};

}  // namespace mayday
