#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "mayday/base/member.h"
#include "mayday/base/time.h"
#include "mayday/desk/breaker.h"
#include "operations.h"

namespace mayday {

/// How a vendor call ended, as metrics tell it.
enum class CallClass : std::uint8_t {
  ok_2xx,
  redirect_3xx,
  client_error_4xx,
  server_error_5xx,
  timed_out,
  broken_off,  ///< refused, tls, reset, closed, malformed.
  not_sent     ///< The breaker was open.
};
inline constexpr std::size_t kCallClasses = 7;

CallClass class_of_status(int status);

/// The desk's Prometheus metrics. Every counter is looked up once and then only counted.
class Meters {
 public:
  /// `routes` are the patterns of the paths served, in the numbering of `served`.
  explicit Meters(std::vector<std::string_view> routes);
  ~Meters();

  void called(Operation operation, CallClass how, Duration took);
  void served(std::size_t route, int status, Duration took);
  void login_failed();
  void claims_waiting(std::size_t count);
  void breaker(Member vendor, Breaker::State state);

  /// The Prometheus text format, families and samples in a fixed order.
  std::string text() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace mayday
