#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>

namespace mayday {

/// What is wrong with a member's door. A caller never gets as far as sending its request.
enum class DoorFlaw : std::uint8_t { none, refused, expired, wrong_host, handshake_cut };
BOOST_DESCRIBE_ENUM(DoorFlaw, none, refused, expired, wrong_host, handshake_cut)

}  // namespace mayday
