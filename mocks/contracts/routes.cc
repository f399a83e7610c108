#include <algorithm>
#include <cctype>

#include "mayday/contracts/contracts.h"

namespace mayday {
namespace {

/// What stands in a line between `before` and `after`; nothing when it has another form.
std::string_view between(std::string_view line, std::string_view before, std::string_view after) {
  bool fits = line.size() > before.size() + after.size() && line.starts_with(before) &&
              line.ends_with(after);
  if (!fits) return {};
  return line.substr(before.size(), line.size() - before.size() - after.size());
}

std::string in_capitals(std::string_view word) {
  std::string capitals(word);
  std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return capitals;
}

/// The part of the contract under `paths:`.
std::string_view paths_of(std::string_view contract) {
  constexpr std::string_view kPaths = "\npaths:\n";
  std::size_t from = contract.find(kPaths);
  if (from == std::string_view::npos) return {};
  contract.remove_prefix(from + kPaths.size());
  std::size_t to = 0;
  while (to < contract.size() && (contract[to] == ' ' || contract[to] == '\n'))
    to = std::min(contract.find('\n', to), contract.size() - 1) + 1;
  return contract.substr(0, to);
}

}  // namespace

/// The contracts are ours and have one form: a path two columns in, its methods four, and their
/// `operationId` six. A test holds this to the operations that the reader knows.
std::vector<ContractRoute> contract_routes(Member vendor) {
  std::vector<ContractRoute> routes;
  std::string_view rest = paths_of(contract_of(vendor));
  std::string_view path, method;
  while (!rest.empty()) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (std::string_view found = between(line, "  /", ":"); !found.empty())
      path = line.substr(2, found.size() + 1);
    if (std::string_view found = between(line, "    ", ":"); !found.empty() && found[0] != ' ')
      method = found;
    if (std::string_view found = between(line, "      operationId: ", ""); !found.empty())
      routes.push_back({in_capitals(method), path, found});
  }
  return routes;
}

}  // namespace mayday
