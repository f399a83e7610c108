#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mayday::airline {

/// `prefix` and 22 letters or digits: the id of the `number`-th thing of that prefix.
std::string opaque_id(std::string_view prefix, std::uint64_t number);

/// Six of A-Z and 0-9, another one for every number below 36^6.
std::string booking_reference(std::uint64_t number);

/// "2027-03-15T08:00:00" for minutes after the midnight that begins `day`; no offset.
std::string local_time(std::chrono::sys_days day, int minutes);

}  // namespace mayday::airline
