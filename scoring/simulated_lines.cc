#include "simulated_lines.h"

#include <algorithm>
#include <map>

namespace mayday {
namespace {

template <class Body>
void keep(std::vector<At<Body>>& all, Instant end) {
  std::erase_if(all, [&](const At<Body>& at) { return at.t > end; });
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.t < b.t; });
}

}  // namespace

void SimulatedLines::act(Instant at, std::string action, json::object body,
                         const std::string& about, std::vector<events::Finding> findings) {
  events::Action line;
  line.actor = "simulated";
  line.side = action == "hint" ? "facilitator" : "team";
  line.action = std::move(action);
  line.body = std::move(body);
  line.findings = std::move(findings);
  lines_.push_back({at, std::move(line), about});
}

void SimulatedLines::hear(Instant at, const std::string& vendor, const std::string& says,
                          const std::string& ticket) {
  events::Vendor word;
  word.vendor = vendor;
  word.says = says;
  word.ticket = ticket;
  drill.vendors.push_back({at, std::move(word)});
}

SimulatedDrill SimulatedLines::finish(Instant end) {
  std::erase_if(lines_, [&](const Line& line) { return line.t > end; });
  std::stable_sort(lines_.begin(), lines_.end(),
                   [](const Line& a, const Line& b) { return a.t < b.t; });
  name_incidents();
  name_tickets();
  keep(drill.vendors, end);
  keep(drill.regressions, end);
  keep(drill.reconciled, end);
  for (Line& line : lines_) drill.actions.push_back({line.t, std::move(line.action)});
  return std::move(drill);
}

void SimulatedLines::name_incidents() {
  std::map<std::string, std::string> names;
  for (Line& line : lines_) {
    auto known = names.find(line.about);
    if (known != names.end()) line.action.body["incident"] = known->second;
    if (line.action.action == "declare" && known == names.end())
      names[line.about] = "INC-" + std::to_string(names.size() + 1);
  }
}

/// A ticket's own name stands in its text until its number is known.
void SimulatedLines::name_tickets() {
  std::map<std::string, std::string> names;
  for (const Line& line : lines_)
    if (line.action.action == "ticket")
      names[std::string(line.action.body.at("text").get_string())] =
          "T-" + std::to_string(names.size() + 1);
  for (auto& [t, word] : drill.vendors) word.ticket = names[word.ticket];
  for (Line& line : lines_)
    if (json::value* relays = line.action.body.if_contains("relays"))
      *relays = names[std::string(relays->get_string())];
}

}  // namespace mayday
