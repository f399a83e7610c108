#include "access_log.h"

#include <boost/json/serialize.hpp>

namespace mayday {

void AccessLog::add(LogLine line) {
  ++written_;
  if (tell_ && line.failing()) tell_(render(line, written_));
  if (lines_.size() == kKept) lines_.pop_front();
  lines_.push_back(std::move(line));
}

std::string AccessLog::lines_after(std::uint64_t after) const {
  std::string text;
  std::uint64_t number = written_ - lines_.size();
  for (const LogLine& line : lines_) {
    ++number;
    if (number <= after) continue;
    text += json::serialize(render(line, number));
    text += '\n';
  }
  return text;
}

json::object AccessLog::render(const LogLine& line, std::uint64_t number) const {
  json::object out;
  out.reserve(11);
  out["n"] = number;
  out["t"] = rfc3339(std::chrono::seconds{starts_} + line.at.since_start, true);
  out["dir"] = line.out ? "out" : "in";
  out[line.out ? "to" : "path"] = line.where;
  if (!line.operation.empty()) out["operation"] = line.operation;
  if (line.status != 0) {
    out["status"] = line.status;
  } else {
    out["error"] = line.error;
  }
  out["ms"] = std::chrono::duration_cast<std::chrono::milliseconds>(line.took).count();
  out["request_id"] = line.request_id;
  out["client"] = to_text(line.client);
  if (!line.note.empty()) out["note"] = line.note;
  return out;
}

}  // namespace mayday
