#pragma once

#include <boost/describe/enum.hpp>
#include <boost/system/result.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mayday/base/time.h"

namespace mayday {

/// Header fields in the order they were added. Names compare without case.
class Headers {
 public:
  void add(std::string name, std::string value) {
    fields_.emplace_back(std::move(name), std::move(value));
  }
  /// Replaces the first field of that name, or adds one.
  void set(std::string_view name, std::string value);
  /// Takes out every field of that name.
  void remove(std::string_view name);
  /// The first value of that name, or an empty view.
  std::string_view get(std::string_view name) const;
  bool has(std::string_view name) const;
  auto begin() const { return fields_.begin(); }
  auto end() const { return fields_.end(); }
  std::size_t size() const { return fields_.size(); }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

/// An HTTP request as an application sees it: framing is the world's business.
class Request {
 public:
  Request() = default;
  Request(std::string_view verb, std::string path_and_query, std::string content = {});

  std::string method = "GET";
  std::string target = "/";  ///< Path and query as sent, percent-encoding included.
  Headers headers;
  std::string body;
};

class Response {
 public:
  Response() = default;
  explicit Response(int code, std::string content = {}, std::string_view content_type = {});

  int status = 200;
  Headers headers;
  std::string body;
};

/// How an answer leaves: whole, broken off in its body, as bytes that are no HTTP (`garbage`: the
/// body alone, then FIN), or not at all: FIN (`close`) and RST (`reset`).
enum class Delivery : std::uint8_t { whole, cut, garbage, close, reset };

class Gate;

/// What a service gives back: an answer and how the world is to deliver it.
class Reply {
 public:
  Reply() = default;
  Reply(Response answer)
      : response(std::move(answer)) {}  // NOLINT: every response is a whole reply
  explicit Reply(Delivery how) : delivery(how) {}

  Response response;
  Delivery delivery = Delivery::whole;
  std::size_t cut_at = 0;             ///< cut: bytes of the body that still go out.
  bool cut_resets = false;            ///< cut: then RST instead of FIN.
  std::int64_t bytes_per_second = 0;  ///< The body's pace in drill time; 0: all at once.
  Gate* hurry = nullptr;              ///< Once it is open, what is left of the body goes at once.

  /// How long the body is on its way, as long as nothing hurries it.
  Duration body_time() const;
};

/// Why a call has no answer. `timed_out` and `malformed` may have changed something at the far
/// side.
enum class CallError : std::uint8_t { refused, tls, reset, closed, timed_out, malformed };
BOOST_DESCRIBE_ENUM(CallError, refused, tls, reset, closed, timed_out, malformed)

std::string_view to_text(CallError error);
[[noreturn]] void throw_exception_from_error(CallError error, const boost::source_location& where);

using CallResult = boost::system::result<Response, CallError>;

/// What the caller makes of a reply, once it has been delivered.
CallResult seen_by_caller(Reply reply);

}  // namespace mayday
