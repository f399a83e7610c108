#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mayday/base/json.h"
#include "mayday/base/time.h"

namespace mayday {

/// One thing that happened, as the ledger keeps it. `body` holds the members of one of the structs
/// in events.h; `kind` says which.
struct Event {
  Instant t;
  std::string kind;
  json::object body;
  std::string wall;  ///< RFC 3339, live only; else empty.
};

/// The event of a struct of events.h.
template <class Body>
Event make_event(Instant t, const Body& body) {
  json::value value = json::value_from(body);
  return Event{t, std::string(Body::kKind), std::move(value.get_object()), {}};
}

/// The struct of an event whose kind is the struct's. Throws when a member is missing or strange,
/// which in a ledger with a sound chain only another format can cause.
template <class Body>
Body as(const Event& event) {
  return json::value_to<Body>(json::value(event.body));
}

/// The event's line without a newline: canonical JSON with `kind`, `t`, `prev` and, live, `wall`.
std::string to_line(const Event& event, std::string_view prev);

/// Lower-case hex SHA-256; what chains the lines and heads a report.
std::string sha256_hex(std::string_view bytes);

/// `prev` of line 1.
std::string first_prev();

}  // namespace mayday
