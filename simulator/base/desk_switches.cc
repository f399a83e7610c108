#include "mayday/base/desk_switches.h"

#include <algorithm>
#include <string>

namespace mayday {

const DeskSwitch* find_desk_switch(std::string_view name) {
  auto found = std::find_if(kDeskSwitches.begin(), kDeskSwitches.end(),
                            [&](const DeskSwitch& one) { return one.name == name; });
  return found == kDeskSwitches.end() ? nullptr : &*found;
}

std::string_view switch_position(const DeskSwitch& of, const std::vector<NameValue>& changed) {
  for (const NameValue& one : changed)
    if (one.name == of.name) return one.value;
  return of.choices.front();
}

std::vector<NameValue> with_switch(std::vector<NameValue> changed, const DeskSwitch& which,
                                   std::string_view position) {
  std::erase_if(changed, [&](const NameValue& one) { return one.name == which.name; });
  if (position != which.choices.front())
    changed.push_back({std::string(which.name), std::string(position)});
  return changed;
}

}  // namespace mayday
