#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>

#include "access_log.h"
#include "mayday/base/parsed_json.h"
#include "mayday/desk/breaker.h"
#include "mayday/faults/inner_points.h"
#include "mayday/faults/origins.h"
#include "mayday/world/world.h"
#include "meters.h"
#include "operations.h"
#include "settings.h"

namespace mayday {

/// One thing the desk wants of a vendor.
class VendorCall {
 public:
  VendorCall(Operation what, Request message, Origin who, std::string call_name)
      : operation(what),
        request(std::move(message)),
        origin(std::move(who)),
        name(std::move(call_name)) {}

  Operation operation;
  Request request;  ///< Without an x-request-id: every attempt gets its own.
  Origin origin;    ///< Whose call it is; its key is set from `name` and the attempt.
  std::string name;
  int attempts_before = 0;  ///< So that a call repeated with another token has keys of its own.
};

/// What came of a VendorCall.
class Answer {
 public:
  Answer() = default;

  int status = 0;  ///< 0: there is no answer.
  std::optional<CallError> error;
  ParsedJson parsed;
  bool strange = false;  ///< 2xx, but without what such an answer must have.
  bool maybe_done =
      false;  ///< An attempt ended so that the vendor may have acted, and none told more.
  int attempts = 0;
  std::string request_id;  ///< Of the last attempt.

  /// Null when the answer has no JSON.
  const json::value& body() const { return parsed.value(); }
  bool good() const { return status >= 200 && status < 300 && !strange; }
  /// What the desk answers when it got no further: 504 when the vendor never answered in time.
  int gateway_status() const { return error == CallError::timed_out ? 504 : 502; }
  /// Status of `code` in an answer such as {"code":"403","msg":…}; empty when there is none.
  std::string body_code() const;
};

/// The one way from the desk to its vendors: request ids, origins, patience, retries, circuit
/// breakers, access log and metrics.
class VendorCalls {
 public:
  using BreakerChanged = std::function<void(Member vendor, Breaker::State state)>;

  /// All that is referred to outlives the desk.
  VendorCalls(World& world, Origins& origins, InnerPoints& points, Seed seed,
              const DeskSettings& settings, AccessLog& log, Meters& meters,
              BreakerChanged breaker_changed);

  /// Calls, and calls again if that is safe and promises something.
  Task<Answer> call(VendorCall call);

  /// A fresh name for a call that nobody in front of the desk has named.
  std::string fresh_id(std::string_view prefix);

 private:
  Task<Answer> attempt(const VendorCall& call, int number);
  Task<CallResult> send(const VendorCall& call, const std::string& id);
  Task<CallResult> send_out(Member vendor, Request request, Duration patience, Origin origin,
                            std::string id);
  bool admitted(Member vendor);
  void note_outcome(Member vendor, bool failed);
  void set_breaker(Member vendor, const Breaker& next);
  BreakerPolicy policy() const;

  World& world_;
  Origins& origins_;
  InnerPoints& points_;
  Seed seed_;
  const DeskSettings& settings_;
  AccessLog& log_;
  Meters& meters_;
  BreakerChanged breaker_changed_;
  std::array<Breaker, kMembers> breakers_{};
  std::uint64_t ids_ = 0;
};

}  // namespace mayday
