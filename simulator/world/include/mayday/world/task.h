#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

namespace mayday {

/// The one executor of an estate: concrete, so that frames stay small and nothing is called
/// virtually.
using Executor = boost::asio::io_context::executor_type;

/// Everything that waits returns a Task. Parameters by value; references only to what outlives the
/// run.
template <class T>
using Task = boost::asio::awaitable<T, Executor>;

}  // namespace mayday
