#pragma once

#include <functional>
#include <vector>

#include "mayday/faults/operations.h"
#include "mayday/faults/passage.h"
#include "mayday/world/service.h"

namespace mayday {

/// Puts faults in front of a service that answers by itself, as the desk does. A call that no fault
/// can hit passes at no cost.
class ServiceFront final : public Service {
 public:
  /// Hears of a call that was answered in front of the service, or in its place, and how.
  using Intercepted = std::function<void(const Exchange& x, const Reply& reply)>;

  /// All references outlive it. `intercepted` may be empty.
  ServiceFront(FrontDesk desk, Member member, const Operations& operations, Service& inner,
               Failure failure, Intercepted intercepted = {})
      : desk_(desk),
        member_(member),
        operations_(operations),
        inner_(inner),
        failure_(std::move(failure)),
        intercepted_(std::move(intercepted)) {}

  Task<Reply> serve(Request request) override;
  Response turn_away(int status) override { return inner_.turn_away(status); }

 private:
  Task<Reply> guard(Request request);
  Task<Reply> suffer(Exchange& x, std::vector<Fault*> hits);
  Reply intercept(const Exchange& x, Reply reply);

  FrontDesk desk_;
  Member member_;
  const Operations& operations_;
  Service& inner_;
  Failure failure_;
  Intercepted intercepted_;
};

}  // namespace mayday
