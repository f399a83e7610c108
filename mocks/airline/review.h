#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mayday/base/json.h"
#include "problems.h"

namespace mayday::airline {

/// Reads members of a request and remembers the first thing that is wrong. Readers give an empty
/// value for a member that is refused, so that a whole body can be read straight through.
class Review {
 public:
  bool passed() const { return !first_; }
  const Refusal& first() const { return *first_; }
  void refuse(std::string_view code, std::string pointer, std::string message = {});

  /// The `data` object of a body. The view lives as long as the review.
  const json::object& data(std::string_view body);

  /// A text that must be there. `at` is the pointer of the object.
  std::string text(const json::object& from, std::string_view name, const std::string& at);
  /// A text that must be there and one of `allowed`.
  std::string choice(const json::object& from, std::string_view name, const std::string& at,
                     std::initializer_list<std::string_view> allowed);
  /// An array that must be there with `least` to `most` elements.
  const json::array& list(const json::object& from, std::string_view name, std::size_t least,
                          std::size_t most);
  /// An element that must be an object.
  const json::object& object(const json::value& from, const std::string& at);

 private:
  std::optional<Refusal> first_;
  json::value body_;
};

/// The member, or a null pointer when it is absent or null.
const json::value* member(const json::object& from, std::string_view name);

}  // namespace mayday::airline
