#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mayday/base/time.h"
#include "mayday/world/peer.h"
#include "review.h"

namespace mayday::airline {

/// Where a client wants to be told of events: the supplier's webhook.
struct Receiver {
  Receiver(std::string address, Peer where, std::vector<std::string> types)
      : url(std::move(address)), peer(std::move(where)), events(std::move(types)) {}

  bool wants(std::string_view type) const;

  std::string id;
  std::string url;
  Peer peer;
  std::vector<std::string> events;
  std::string secret;
  Instant created;
};

/// Reads the `data` of createWebhook; nothing when something is wrong, which then stands in
/// `review`. The supplier sends to https only; http is taken for this machine itself, so that a
/// receiver can be tried out.
std::optional<Receiver> read_receiver(const json::object& data, Review& review);

}  // namespace mayday::airline
