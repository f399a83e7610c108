#pragma once

#include <boost/asio/io_context.hpp>

namespace mayday {

/// The one executor of an estate: concrete, so that nothing is called virtually.
using Executor = boost::asio::io_context::executor_type;

}  // namespace mayday
