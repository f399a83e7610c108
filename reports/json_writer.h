#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mayday {

/// Writes pretty JSON in the order of the calls, with numbers exactly as they are given: "85.40"
/// stays. Inside an array keys are ignored. Text of any bytes comes out as valid JSON; controls,
/// direction overrides and invisible characters are escaped, so that a terminal shows them and does
/// not obey.
class JsonWriter {
 public:
  void object(std::string_view key = {}) { open(key, '{', '}'); }
  void array(std::string_view key = {}) { open(key, '[', ']'); }
  void end();  ///< Of the object or array opened last.

  void text(std::string_view key, std::string_view value);
  void number(std::string_view key, std::string_view figure) { place(key), out_ += figure; }
  void boolean(std::string_view key, bool value) { place(key), out_ += value ? "true" : "false"; }
  void null(std::string_view key) { place(key), out_ += "null"; }

  /// What was written, with a newline at the end.
  std::string done() && { return std::move(out_) + "\n"; }

 private:
  struct Level {
    char closes;
    bool empty = true;
  };

  void open(std::string_view key, char opens, char closes);
  void place(std::string_view key);
  void quote(std::string_view value);
  void new_line() { out_ += "\n" + std::string(2 * levels_.size(), ' '); }

  std::string out_;
  std::vector<Level> levels_;
};

}  // namespace mayday
