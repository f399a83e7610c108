#pragma once

#include <deque>

#include "outbox.h"

namespace mayday::airline {

/// The receivers of an account, and telling them what happens.
class Webhooks {
 public:
  Webhooks(Door& door, Outbox& outbox) : door_(door), outbox_(outbox) {}

  Handled list(const Exchange& x, Instant now);
  Handled create(const Exchange& x, Instant now);
  Handled remove(const Exchange& x, Instant now);
  /// Answers once the ping is on its way. The supplier itself waits for the receiver, and refuses
  /// with webhook_client_error when that does not take it; here the log of deliveries tells.
  Handled ping(const Exchange& x, Instant now);
  Handled redeliver(const Exchange& x, Instant now);

  /// Tells every receiver that wants events of the type.
  void tell(const News& news, Instant now);

 private:
  Response add(Receiver receiver, const Stamp& stamp, Instant now);
  void append_receiver(std::string& out, const Receiver& receiver) const;
  std::deque<Receiver>::iterator find(const std::string& id);

  Door& door_;
  Outbox& outbox_;
  std::uint64_t made_ = 0;
  std::deque<Receiver> receivers_;  // oldest first
};

}  // namespace mayday::airline
