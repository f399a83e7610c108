#include "flow_shelf.h"

#include <iterator>

namespace mayday::hesi {

Flow& FlowShelf::add(Flow flow) {
  Flow& kept = flows_.emplace_back(std::move(flow));
  by_id_.emplace(kept.id, &kept);
  by_code_.emplace(kept.code, &kept);
  if (!kept.outer_code.empty()) by_outer_code_.emplace(kept.outer_code, &kept);
  settle(kept);
  return kept;
}

void FlowShelf::set_outer_code(Flow& flow, std::string code) {
  by_outer_code_.erase(flow.outer_code);  // the key is a view of the old text
  flow.outer_code = std::move(code);
  if (!flow.outer_code.empty()) by_outer_code_.emplace(flow.outer_code, &flow);
}

void FlowShelf::settle(const Flow& flow) {
  const Task* task = flow.active ? flow.open_task() : nullptr;
  Place& place = places_[&flow];
  if (task != nullptr && place.task == task->id && place.staff == task->owner) return;
  if (place.turn > 0) waiting_[place.staff].erase(place.turn);
  place = Place{};
  if (task == nullptr || task->owner.empty() || task->owner == "ebot") return;
  place = Place{task->owner, task->id, ++turns_};
  waiting_[place.staff].emplace(place.turn, &flow);
}

std::vector<const Flow*> FlowShelf::waiting_for(const std::string& staff, std::size_t start,
                                                std::size_t count) const {
  std::vector<const Flow*> rows;
  auto found = waiting_.find(staff);
  if (found == waiting_.end() || start >= found->second.size()) return rows;
  auto row = std::next(found->second.rbegin(), static_cast<std::ptrdiff_t>(start));
  for (; row != found->second.rend() && rows.size() < count; ++row) rows.push_back(row->second);
  return rows;
}

std::size_t FlowShelf::waiting(const std::string& staff) const {
  auto found = waiting_.find(staff);
  return found == waiting_.end() ? 0 : found->second.size();
}

}  // namespace mayday::hesi
