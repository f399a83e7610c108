#include "mayday/ledger/reader.h"

#include <boost/json/parse.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include "mayday/base/input_error.h"
#include "mayday/ledger/sha256.h"

namespace mayday {
namespace {

/// A line of a drill is far below this; a longer one is not ours.
constexpr std::size_t kLineMost = 16U << 20;

[[noreturn]] void refuse(const std::string& name, std::size_t line, const std::string& what) {
  throw InputError(name + ":" + std::to_string(line) + ": " + what);
}

std::optional<json::object> parse_line(std::string_view line) {
  boost::system::error_code error;
  if (line.size() > kLineMost) return std::nullopt;
  json::value value = json::parse(json::string_view(line.data(), line.size()), error);
  if (error || !value.is_object()) return std::nullopt;
  return std::move(value.get_object());
}

std::string take_string(json::object& line, std::string_view member) {
  auto found = line.find(member);
  if (found == line.end() || !found->value().is_string()) return {};
  std::string text(found->value().get_string());
  line.erase(found);
  return text;
}

/// The event of a line that must follow `prev`; says what is wrong by exception.
Event read_line(json::object line, std::string_view bytes, std::string_view prev,
                const std::string& name, std::size_t number) {
  Event event;
  event.kind = take_string(line, "kind");
  std::string stored_prev = take_string(line, "prev");
  event.wall = take_string(line, "wall");
  auto t = line.find("t");
  if (event.kind.empty() || t == line.end() || !t->value().is_int64())
    refuse(name, number, "not a ledger line: it needs \"kind\" and an integer \"t\"");
  event.t = Instant{Duration{t->value().get_int64()}};
  line.erase(t);
  event.body = std::move(line);
  if (stored_prev != prev)
    refuse(name, number,
           "the chain is broken here: \"prev\" is not the SHA-256 of the line before; a line was "
           "edited, moved or taken out");
  if (to_line(event, prev) != bytes)
    refuse(name, number, "not in canonical form; this line was edited after the drill");
  return event;
}

bool has_fraction_or_null(const json::value& value) {
  if (value.is_null() || value.is_double()) return true;
  if (const auto* object = value.if_object()) {
    for (const auto& member : *object)
      if (has_fraction_or_null(member.value())) return true;
  }
  if (const auto* array = value.if_array()) {
    for (const auto& item : *array)
      if (has_fraction_or_null(item)) return true;
  }
  return false;
}

}  // namespace

StoredLedger read_ledger_text(std::string_view text, const std::string& name) {
  StoredLedger ledger;
  ledger.head = first_prev();
  Sha256 sha256;
  std::size_t number = 0;
  while (!text.empty()) {
    ++number;
    std::size_t end = text.find('\n');
    std::string_view bytes = text.substr(0, end);
    bool last = end == std::string_view::npos || end + 1 == text.size();
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    std::optional<json::object> line = parse_line(bytes);
    if (last && (!line || end == std::string_view::npos)) {
      ledger.torn = "line " + std::to_string(number) + " was torn by a crash (" +
                    std::to_string(bytes.size()) + " bytes) and is left out";
      break;
    }
    if (!line)
      refuse(name, number, "not a JSON object; this is not a ledger, or the line was damaged");
    if (has_fraction_or_null(*line))
      refuse(name, number, "a ledger holds no nulls and no fractions");
    ledger.events.push_back(read_line(std::move(*line), bytes, ledger.head, name, number));
    ledger.head = sha256.hex(bytes);
  }
  if (ledger.events.empty())
    throw InputError(name + ": the ledger is empty; there is nothing to score");
  if (ledger.events.front().kind != "open")
    refuse(name, 1, "a ledger begins with an \"open\" line; this one's beginning is missing");
  ledger.closed = ledger.events.back().kind == "close";
  return ledger;
}

StoredLedger read_ledger_file(const std::string& path) {
  std::error_code none;
  if (std::filesystem::is_directory(path, none))
    throw InputError(path + ": is a folder; give the path of the ledger.jsonl in it");
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file) throw InputError(path + ": cannot be read; give the path of a drill's ledger.jsonl");
  return read_ledger_text(text, path);
}

}  // namespace mayday
