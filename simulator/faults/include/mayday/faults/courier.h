#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>

#include "mayday/faults/beginnings.h"
#include "mayday/faults/passage.h"
#include "mayday/faults/vendor.h"

namespace mayday {

/// Gives a vendor its time: wakes it when something of its own is due and delivers what it then
/// sends, in order for each subject, several subjects at once. A message that a fault hits has lost
/// its place: the others of its subject go on without it.
class Courier {
 public:
  /// All references outlive it.
  Courier(FrontDesk& desk, Vendor& vendor) : desk_(desk), vendor_(vendor) {}

  /// Looks whether the vendor is due earlier than thought; called after whatever may have changed
  /// it.
  void look();

  /// This call begins an order: messages about it are its caller's business.
  void begun(const std::string& order, const Exchange& x) { beginnings_.note(order, x); }

 private:
  Task<void> wake(Instant at);
  void dispatch(Push push);
  Task<void> deliver_all(std::string subject);
  Task<void> deliver(Push push);
  Task<void> deliver_hit(Push push, std::vector<Fault*> hits);
  Task<CallResult> send(const Push& push, std::string attempt);
  Exchange exchange_of(const Push& push) const;
  std::string name_sending(const Push& push, const std::string& attempt);
  void note_end(const Push& push, const std::string& id, const CallResult& result, Instant began);

  FrontDesk& desk_;
  Vendor& vendor_;
  Beginnings beginnings_;
  Instant next_wake_ = kNever;
  std::map<std::string, std::deque<Push>>
      queues_;  // by subject; an entry has a task that empties it
  std::shared_ptr<Gate> next_sent_ = std::make_shared<Gate>();  // opens when a message is sent
};

}  // namespace mayday
