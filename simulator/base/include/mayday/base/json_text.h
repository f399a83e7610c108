#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace mayday {

/// Appends all parts, in order. Answers are written as text, once, instead of being built as trees.
template <class... Parts>
void append(std::string& out, const Parts&... parts) {
  (out.append(std::string_view(parts)), ...);
}

/// Appends `text` as a JSON string with its quotes, escaped as RFC 8785 asks.
void append_quoted(std::string& out, std::string_view text);
std::string quoted(std::string_view text);

/// Writes JSON straight into a string, member by member: answers are short-lived, so building a
/// tree of values first would only cost time. Commas take care of themselves; nesting is the
/// caller's.
class JsonText {
 public:
  JsonText& open();        ///< {
  JsonText& close();       ///< }
  JsonText& open_list();   ///< [
  JsonText& close_list();  ///< ]
  JsonText& name(std::string_view name);

  // Values: of the name just written, or items of a list.
  JsonText& text(std::string_view value);
  JsonText& raw(std::string_view json);  ///< Finished JSON, put in as it is.

  // A member each.
  JsonText& text(std::string_view name, std::string_view value);
  JsonText& text_or_null(std::string_view name, std::string_view value);  ///< Empty becomes null.
  JsonText& number(std::string_view name, std::int64_t value);
  JsonText& flag(std::string_view name, bool value);
  JsonText& null(std::string_view name);
  JsonText& raw(std::string_view name, std::string_view json);

  std::string take() { return std::move(text_); }

 private:
  void separate();

  std::string text_;
  bool comma_ = false;
};

}  // namespace mayday
