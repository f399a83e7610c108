#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mayday::airline {

/// Appends all parts, in order. Answers are written as text, once, instead of being built as trees.
template <class... Parts>
void append(std::string& out, const Parts&... parts) {
  (out.append(std::string_view(parts)), ...);
}

/// A JSON string with its quotes, whatever the text holds.
std::string quoted(std::string_view text);

/// `prefix` and 22 letters or digits: the id of the `number`-th thing of that prefix.
std::string opaque_id(std::string_view prefix, std::uint64_t number);

/// Six of A-Z and 0-9, another one for every number below 36^6.
std::string booking_reference(std::uint64_t number);

/// "216.93" for minor units.
std::string amount_text(std::int64_t minor);

/// The day of "2027-03-15"; nothing when the text is no date.
std::optional<std::chrono::sys_days> parse_date(std::string_view text);

/// "2027-03-15T08:00:00" for minutes after the midnight that begins `day`; no offset.
std::string local_time(std::chrono::sys_days day, int minutes);

}  // namespace mayday::airline
