#pragma once

#include <boost/describe/class.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <boost/json/value_from.hpp>
#include <boost/json/value_to.hpp>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mayday/base/draw.h"
#include "mayday/base/time.h"

namespace mayday {

namespace json = boost::json;

/// Canonical JSON: RFC 8785 limited to integers, strings, booleans, arrays and objects; members in
/// order of their UTF-8 bytes (the same as UTF-16 order below U+10000), no white space. A null or a
/// number with a fraction is a broken invariant.
std::string canonical(const json::value& value);
void canonical(const json::value& value, std::string& out);

/// A member of an object that is written without being put together first.
using MemberView = std::pair<std::string_view, const json::value*>;
/// An object of these members, as `canonical` writes one. Puts them in order.
void canonical(std::vector<MemberView>& members, std::string& out);

// An instant and a duration are integer nanoseconds in JSON.
inline void tag_invoke(json::value_from_tag, json::value& to, Instant at) {
  to = at.since_start.count();
}
inline Instant tag_invoke(json::value_to_tag<Instant>, const json::value& from) {
  return Instant{Duration{from.to_number<std::int64_t>()}};
}

}  // namespace mayday

// Duration belongs to std::chrono, so its conversions live where argument-dependent look-up finds
// them.
namespace std::chrono {  // NOLINT(cert-dcl58-cpp): found only by Boost.JSON's tag_invoke
inline void tag_invoke(boost::json::value_from_tag, boost::json::value& to, nanoseconds d) {
  to = d.count();
}
inline nanoseconds tag_invoke(boost::json::value_to_tag<nanoseconds>,
                              const boost::json::value& from) {
  return nanoseconds{from.to_number<std::int64_t>()};
}
}  // namespace std::chrono
