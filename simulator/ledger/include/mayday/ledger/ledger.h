#pragma once

#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mayday/ledger/event.h"
#include "mayday/ledger/sha256.h"

namespace mayday {

/// What happened in one drill, in order: each event chained to the one before, handed to the sink
/// as a line and to whoever listens. Lives on the estate's thread.
class Ledger {
 public:
  /// Takes each line, newline included, before anybody hears of the event.
  using Sink = std::function<void(std::string_view line)>;
  /// RFC 3339 wall time, live only.
  using Wall = std::function<std::string()>;
  using Listener = std::function<void(const Event&)>;

  explicit Ledger(Sink sink = {}, Wall wall = {});

  /// Appends what happened at `t`. Times never go back.
  template <class Body>
  void add(Instant t, const Body& body) {
    append(make_event(t, body));
  }

  /// Hears every event appended from now on, after it is in the chain.
  void listen(Listener listener) { listeners_.push_back(std::move(listener)); }

  const std::deque<Event>& events() const { return events_; }
  /// Hands the events out, at the end.
  std::vector<Event> take_events();
  /// SHA-256 of the last line.
  const std::string& head() const { return head_; }

 private:
  void append(Event event);

  Sink sink_;
  Wall wall_;
  std::vector<Listener> listeners_;
  std::deque<Event> events_;  // listeners hold an event while they append others
  Sha256 sha256_;
  std::string head_ = first_prev();
};

}  // namespace mayday
