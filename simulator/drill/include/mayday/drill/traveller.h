#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mayday/base/member.h"
#include "mayday/base/plan.h"

namespace mayday {

/// Who makes a journey, and what they have in hand: the values that steps put into `{name}`.
class Traveller {
 public:
  Traveller() = default;
  /// `name` names the journey in keyed draws and request ids, "log-in/17".
  Traveller(const Person& who, Client with, std::string journey_name, std::int64_t starts);

  /// `text` with every `{name}` replaced; a name that is not known stays as it is. With `in_target`
  /// values are percent-encoded, otherwise escaped for a JSON string.
  std::string fill(std::string_view text, bool in_target) const;

  void keep(const std::string& name, std::string value);

  std::string staff;
  std::string department;
  Client client = Client::pc;
  std::string name;
  std::vector<std::int64_t> journeys;  ///< Its ordinal; empty for probes and rounds.

 private:
  std::string value_of(std::string_view name) const;

  std::int64_t starts_ = 0;
  std::vector<std::pair<std::string, std::string>> values_;
};

}  // namespace mayday
