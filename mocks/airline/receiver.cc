#include "receiver.h"

#include <algorithm>
#include <array>

namespace mayday::airline {
namespace {

constexpr std::size_t kLongestUrl = 2000;

/// What the supplier documents; an account may ask for all of them, though not all of them happen
/// here.
constexpr std::array<std::string_view, 14> kTypes = {
    "order.created",
    "order.creation_failed",
    "order.airline_initiated_change_detected",
    "air.order.changed",
    "order_cancellation.created",
    "order_cancellation.confirmed",
    "air.payment.succeeded",
    "air.payment.failed",
    "air.payment.pending",
    "air.payment.cancelled",
    "air.airline_credit.created",
    "air.airline_credit.spent",
    "air.airline_credit.invalidated",
    "ping.triggered",
};

bool is_this_machine(std::string_view host) {
  bool numeric = host.find_first_not_of("0123456789.") == host.npos;
  return host == "localhost" || host == "::1" || (numeric && host.starts_with("127."));
}

std::optional<Peer> read_peer(const std::string& url, Review& review) {
  if (url.empty()) return std::nullopt;
  if (url.size() > kLongestUrl) {
    review.refuse("validation_length", "/url", "url is too long");
    return std::nullopt;
  }
  std::optional<Peer> peer = Peer::at(url);
  if (!peer) {
    review.refuse("validation_format", "/url", "url must be an absolute https URL");
  } else if (!peer->outside()->tls && !is_this_machine(peer->outside()->host)) {
    review.refuse("validation_format", "/url", "url must use https");
    return std::nullopt;
  }
  return peer;
}

std::vector<std::string> read_events(const json::object& data, Review& review) {
  std::vector<std::string> events;
  for (const json::value& entry : review.list(data, "events", 1, kTypes.size())) {
    std::string at = "/events/" + std::to_string(events.size());
    std::string type(entry.is_string() ? std::string_view(entry.get_string()) : "");
    if (!entry.is_string())
      review.refuse("validation_type", at, "the name of an event is expected here");
    else if (std::find(kTypes.begin(), kTypes.end(), type) == kTypes.end())
      review.refuse("validation_inclusion", at, "there is no such event");
    else if (std::find(events.begin(), events.end(), type) != events.end())
      review.refuse("validation_unique", at, "this event is listed twice");
    events.push_back(std::move(type));
  }
  return events;
}

}  // namespace

bool Receiver::wants(std::string_view type) const {
  return std::find(events.begin(), events.end(), type) != events.end();
}

std::optional<Receiver> read_receiver(const json::object& data, Review& review) {
  std::string url = review.text(data, "url", "");
  std::optional<Peer> peer = read_peer(url, review);
  std::vector<std::string> events = read_events(data, review);
  if (!review.passed() || !peer) return std::nullopt;
  return Receiver(std::move(url), std::move(*peer), std::move(events));
}

}  // namespace mayday::airline
