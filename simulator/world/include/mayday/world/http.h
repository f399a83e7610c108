#pragma once

#include <boost/describe/enum.hpp>
#include <boost/system/result.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

/// How an answer leaves: `close` and `reset` leave without one (FIN and RST).
enum class Delivery : std::uint8_t { whole, close, reset };

/// What a service gives back: an answer and how the world is to deliver it.
class Reply {
 public:
  Reply() = default;
  Reply(Response answer)
      : response(std::move(answer)) {}  // NOLINT: every response is a whole reply
  explicit Reply(Delivery how) : delivery(how) {}

  Response response;
  Delivery delivery = Delivery::whole;
};

/// Why a call has no answer. `timed_out` and `malformed` may have changed something at the far
/// side.
enum class CallError : std::uint8_t { refused, tls, reset, closed, timed_out, malformed };
BOOST_DESCRIBE_ENUM(CallError, refused, tls, reset, closed, timed_out, malformed)

std::string_view to_text(CallError error);
[[noreturn]] void throw_exception_from_error(CallError error, const boost::source_location& where);

using CallResult = boost::system::result<Response, CallError>;

}  // namespace mayday
