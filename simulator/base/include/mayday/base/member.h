#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mayday {

/// Who answers in an estate: four vendors, the company's travel desk, and the two doors.
enum class Member : std::uint8_t { hesi, airline, hotel, payment, desk, control, team };
BOOST_DESCRIBE_ENUM(Member, hesi, airline, hotel, payment, desk, control, team)

inline constexpr std::size_t kMembers = 7;

/// How a traveller reaches the desk.
enum class Client : std::uint8_t { pc, mobile };
BOOST_DESCRIBE_ENUM(Client, pc, mobile)

std::string_view to_text(Member member);
std::string_view to_text(Client client);
std::optional<Member> parse_member(std::string_view name);

}  // namespace mayday
