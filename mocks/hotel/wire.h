#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mayday::hotel {

/// `length` of A-Z and 0-9, drawn for (name, number).
std::string opaque_code(std::string_view name, std::uint64_t number, int length);

/// Six of A-Z and 0-9, another one for every number below 36^6.
std::string record_locator(std::uint64_t number);

std::string base64(std::string_view text);

std::string date_text(std::chrono::sys_days day);

/// The parts between commas.
std::vector<std::string_view> split(std::string_view text);

/// The whole number that the text is, or `otherwise` when it is none of up to six digits.
int whole_number(std::string_view text, int otherwise);

/// True when `text` has `length` characters, all of A-Z or 0-9.
bool is_code(std::string_view text, std::size_t length);
bool is_upper(std::string_view text, std::size_t length);

}  // namespace mayday::hotel
