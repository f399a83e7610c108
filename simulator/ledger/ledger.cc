#include "mayday/ledger/ledger.h"

#include "mayday/base/check.h"

namespace mayday {

Ledger::Ledger(Sink sink, Wall wall) : sink_(std::move(sink)), wall_(std::move(wall)) {}

std::vector<Event> Ledger::take_events() {
  std::vector<Event> all(std::make_move_iterator(events_.begin()),
                         std::make_move_iterator(events_.end()));
  events_.clear();
  return all;
}

void Ledger::append(Event event) {
  MAYDAY_ASSERT(events_.empty() || events_.back().t <= event.t);
  if (wall_) event.wall = wall_();
  std::string line = to_line(event, head_);
  head_ = sha256_.hex(line);
  line += '\n';
  if (sink_) sink_(line);
  events_.push_back(std::move(event));
  const Event& heard = events_.back();
  for (std::size_t i = 0; i < listeners_.size(); ++i) listeners_[i](heard);
}

}  // namespace mayday
