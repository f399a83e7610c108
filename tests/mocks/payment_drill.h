#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "mayday/payment/payment.h"
#include "mayday/payment/signature.h"
#include "vendor_caller.h"

namespace mayday::payment_tests {

inline constexpr const char* kBody =
    R"({"amount":"680.00","currency":"CNY","order":"T1","description":"trip"})";

inline Request signed_request(std::string_view method, std::string target, std::string body = {},
                              std::int64_t when = kStarts) {
  Request request(method, std::move(target), std::move(body));
  std::string timestamp = std::to_string(when);
  if (!request.body.empty()) request.headers.add("Content-Type", "application/json");
  request.headers.add("X-Pay-Key", "pk_drill");
  request.headers.add("X-Pay-Timestamp", timestamp);
  request.headers.add("X-Pay-Signature",
                      sign_payment("sk_drill", method, request.target, timestamp, request.body));
  return request;
}

inline Request creation(std::string_view key, std::string body = kBody) {
  Request request = signed_request("POST", "/v1/payments", std::move(body));
  if (!key.empty()) request.headers.add("Idempotency-Key", std::string(key));
  return request;
}

/// A payment gateway and what a merchant does with it.
class PaymentDrill {
 public:
  Response get(std::string target, Instant now = {}) {
    auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.since_start).count();
    return caller.call(signed_request("GET", std::move(target), {}, kStarts + seconds), now);
  }
  Response read(const Response& made, const std::string& more = "", Instant now = {}) {
    return get("/v1/payments/" + text_at(made, "/id") + more, now);
  }
  /// Captures or refunds.
  Response step(const Response& made, std::string_view what, std::string body = {},
                std::string_view key = {}, Instant now = {}) {
    return caller.call(step_request(made, what, std::move(body), key, now), now);
  }
  Request step_request(const Response& made, std::string_view what, std::string body = {},
                       std::string_view key = {}, Instant now = {}) {
    auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.since_start).count();
    Request request =
        signed_request("POST", "/v1/payments/" + text_at(made, "/id") + "/" + std::string(what),
                       std::move(body), kStarts + seconds);
    if (!key.empty()) request.headers.add("Idempotency-Key", std::string(key));
    return request;
  }
  /// A payment of 680.00 that has been captured.
  Response captured(std::string body = kBody) {
    Response made = caller.call(creation("made", std::move(body)));
    return step(made, "capture");
  }

  Payment payment{kStarts};
  VendorCaller caller{payment};
};

inline std::string code(const Response& response) { return text_at(response, "/error/code"); }

}  // namespace mayday::payment_tests
