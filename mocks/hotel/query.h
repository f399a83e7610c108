#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mayday/world/router.h"
#include "problems.h"
#include "properties.h"

namespace mayday::hotel {

/// Reads query parameters and remembers the first thing that is wrong. Readers give a usable value
/// for a parameter that is refused, so that a whole query can be read straight through.
class Query {
 public:
  explicit Query(const Target& target) : target_(target) {}

  bool passed() const { return !first_ && !missing_; }
  const Problem& first() const { return first_ ? *first_ : *missing_; }
  /// A parameter has the wrong form.
  void refuse(Problem problem);
  /// Its form is right, but there is no such thing: told only when every form is right.
  void miss(Problem problem);

  std::string_view text(std::string_view name) const { return target_.query(name); }
  bool has(std::string_view name) const { return target_.has(name); }
  int number(std::string_view name, int least, int most, int otherwise);
  bool flag(std::string_view name, bool otherwise);
  /// One of `allowed`, or `otherwise` when absent.
  std::string_view choice(std::string_view name, std::string_view otherwise,
                          std::initializer_list<std::string_view> allowed);
  /// The parts between commas, at most `most`.
  std::vector<std::string_view> list(std::string_view name, std::size_t most);

  /// The hotels of `hotelIds`, one to `most`. Unknown ones are left out and named in `unknown`;
  /// that all are unknown is a refusal.
  std::vector<Property> hotels(std::size_t most);
  const std::vector<std::string_view>& unknown() const { return unknown_; }

 private:
  const Target& target_;
  std::optional<Problem> first_;
  std::optional<Problem> missing_;
  std::vector<std::string_view> unknown_;
};

/// Every value of a parameter that may be repeated, decoded. `target` is the request's.
std::vector<std::string> repeated(std::string_view target, std::string_view name);

/// The `warnings` member for hotels that were left out, with a leading comma; empty when there are
/// none.
std::string warnings_text(const std::vector<std::string_view>& unknown);

}  // namespace mayday::hotel
