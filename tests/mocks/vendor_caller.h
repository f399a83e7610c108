#pragma once

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <string>
#include <utility>
#include <vector>

#include "exchange_record.h"
#include "mayday/base/json.h"
#include "mayday/faults/vendor.h"

namespace mayday {

/// The vendors' tests start at 2026-11-23 06:00:00 UTC.
inline constexpr std::int64_t kStarts = 1795413600;

inline Instant at(Duration d) { return Instant{d}; }

/// Calls a vendor as the front does when nothing is wrong, without a world: refusal, answer, write.
class VendorCaller {
 public:
  explicit VendorCaller(Vendor& vendor) : vendor_(vendor) {}

  Response call(const Request& request, Instant now = {}, std::vector<std::string> accepted = {}) {
    Exchange x = exchange(request, now);
    x.accepted_auth = std::move(accepted);
    Response response = answer(x, now);
    record(x, response);
    return response;
  }

  /// A write that a fault holds up: what is still to be done.
  Handled hold(const Request& request, Instant now) {
    Exchange x = exchange(request, now);
    return vendor_.handle(x, now);
  }

  Exchange exchange(const Request& request, Instant now) const {
    Exchange x(vendor_.member(), request, now, kStarts);
    x.id = "caller-1";
    vendor_.identify(x);
    return x;
  }

  bool auth_refused = false;  ///< Of the last refusal.

 private:
  Response answer(Exchange& x, Instant now) {
    if (auto refusal = vendor_.authenticate(x, now)) {
      auth_refused = x.auth_refused;
      return *refusal;
    }
    Handled handled = vendor_.handle(x, now);
    return handled.write ? handled.write(now, Commit::whole) : handled.answer;
  }

  Vendor& vendor_;
};

inline json::value body_of(const Response& response) { return json::parse(response.body); }

/// The value at a JSON pointer, "" for a text that is not there.
inline std::string text_at(const Response& response, std::string_view pointer) {
  boost::system::error_code error;
  json::value body = body_of(response);
  const json::value* found = body.find_pointer(pointer, error);
  if (found == nullptr) return {};
  return found->is_string() ? std::string(found->get_string()) : json::serialize(*found);
}

}  // namespace mayday
