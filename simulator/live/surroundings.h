#pragma once

#include <array>
#include <boost/asio/io_context.hpp>
#include <functional>
#include <string>

#include "mayday/world/world.h"

namespace mayday {

/// Room to read into. Nobody keeps anything there over a wait, so one does for many connections.
using Scratch = std::array<char, 64 * 1'024>;

/// What the sockets need of the world around them.
struct Surroundings {
  boost::asio::io_context& context;
  World& world;
  std::function<void()> arrive;                    ///< Brings drill time up to date.
  std::function<void(const std::string&)> report;  ///< Tells of a fault of ours.
};

}  // namespace mayday
