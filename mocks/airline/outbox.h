#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "door.h"
#include "mayday/faults/push_queue.h"
#include "receiver.h"

namespace mayday::airline {

/// Something that happened and that somebody wanted to be told of.
struct Event {
  std::string id;
  std::string type;
  std::string body;      ///< As it is sent, every time the same.
  std::string order;     ///< The client's number of the order that it is about, or empty.
  std::string receiver;  ///< The only one it is for; empty: all who want its type.
};

/// What there is to tell.
struct News {
  std::string_view type;
  std::string_view key;     ///< Id of what it is about.
  std::string_view object;  ///< That as JSON.
  std::string_view order;   ///< The client's number of the order, or empty.
};

/// Events on their way to their receivers, and the log of every attempt to deliver one. Events and
/// attempts are forgotten after the last ten thousand.
class Outbox {
 public:
  explicit Outbox(const Door& door) : door_(door) {}

  Event& keep(const News& news, Instant now);
  /// Null when there is none, or none any more.
  const Event* find(std::string_view id) const;

  /// Sends an event, signed as of now, after which it is tried again at growing intervals.
  void send(const Event& event, const Receiver& to, Instant now);
  /// Sends it once: nobody waits for a second attempt.
  void send_once(const Event& event, const Receiver& to, Instant now);

  /// Since when something waits to be taken, or kNever.
  Instant next_due() const { return waiting_.next_due(); }
  std::vector<Push> take() { return waiting_.take(); }
  /// Writes the attempt down. True: no further one.
  bool delivered(const Push& push, const PushAttempt& attempt);
  /// Signs a message whose body has been changed.
  void sign(Push& push) const;

  Handled list_deliveries(const Exchange& x, Instant now) const;

 private:
  struct Parcel {
    std::string event;
    std::string type;
    std::string receiver;
    std::string url;
    std::string secret;
    std::int64_t signed_at;  // seconds since 1970
  };
  struct Delivery {
    std::string id;
    Parcel parcel;
    bool taken;
    int status;  ///< 0: no answer.
    std::string answer;
    Instant when;
  };

  Push wrap(const Event& event, const Receiver& to, Instant now);
  void append_delivery(std::string& out, const Delivery& delivery) const;

  const Door& door_;
  std::uint64_t events_made_ = 0;
  std::uint64_t parcels_sent_ = 0;
  std::uint64_t attempts_made_ = 0;
  std::deque<Event> events_;  // oldest first
  PushQueue waiting_;
  std::map<std::string, Parcel> under_way_;  // by the push's id
  std::deque<Delivery> log_;                 // oldest first
};

}  // namespace mayday::airline
