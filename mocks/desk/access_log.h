#pragma once

#include <deque>
#include <functional>
#include <string>
#include <string_view>

#include "mayday/base/json.h"
#include "mayday/base/member.h"
#include "mayday/base/time.h"

namespace mayday {

/// One call that the desk made or served.
class LogLine {
 public:
  LogLine() = default;

  Instant at;  ///< When the call ended.
  bool out = false;
  std::string_view where;  ///< A vendor, or the pattern of a path. Lives as long as the program.
  std::string_view operation;  ///< Likewise; empty for calls served.
  int status = 0;              ///< 0: no answer, and `error` says why.
  std::string error;
  Duration took{0};
  std::string request_id;
  Client client = Client::pc;
  std::string note;

  /// A call that had no answer, a bad one or a strange one. That a user is told no is none.
  bool failing() const { return status == 0 || status >= (out ? 400 : 500) || !note.empty(); }
};

/// The desk's access log. It never holds a token, a target with a query, or a body.
class AccessLog {
 public:
  static constexpr std::size_t kKept = 10'000;

  /// `starts` is seconds since 1970 at drill time zero; `tell`, when set, gets every failing line
  /// at once. The others are written out when somebody reads them.
  AccessLog(std::int64_t starts, std::function<void(json::object)> tell)
      : starts_(starts), tell_(std::move(tell)) {}

  void add(LogLine line);

  /// The lines after number `after` that are still kept, one JSON object a line.
  std::string lines_after(std::uint64_t after) const;

 private:
  json::object render(const LogLine& line, std::uint64_t number) const;

  std::int64_t starts_;
  std::function<void(json::object)> tell_;
  std::deque<LogLine> lines_;
  std::uint64_t written_ = 0;
};

}  // namespace mayday
