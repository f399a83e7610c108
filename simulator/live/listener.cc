#include "listener.h"

#include <algorithm>
#include <boost/asio/error.hpp>
#include <utility>

namespace mayday {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

constexpr int kBacklog = 4'096;
constexpr std::chrono::milliseconds kRest{100};

/// A client's hang-up never reaches the service: the task belongs to the world, and only its answer
/// is dropped.
Task<void> exchange(std::shared_ptr<Connection> connection, Service& service, Request request) {
  Reply reply = co_await service.serve(std::move(request));
  connection->answer(reply);
}

/// Fine enough that no deadline comes a tenth early, coarse enough to cost nothing.
std::chrono::milliseconds tick_length(const Limits& limits) {
  auto shortest = std::min({limits.header, limits.body, limits.idle, limits.answer});
  return std::clamp<std::chrono::milliseconds>(shortest / 10, std::chrono::milliseconds{10},
                                               std::chrono::milliseconds{500});
}

}  // namespace

Listener::Listener(const Surroundings& around, Service& service, const Limits& limits, Endpoint at,
                   SslContext tls)
    : around_(around),
      service_(&service),
      limits_(limits),
      tls_(std::move(tls)),
      acceptor_(around.context.get_executor()),
      sweeper_(around.context.get_executor()),
      rester_(around.context.get_executor()),
      tick_length_(tick_length(limits)) {
  acceptor_.open(at.protocol());
  acceptor_.set_option(asio::socket_base::reuse_address(true));
  acceptor_.bind(at);
  acceptor_.listen(kBacklog);
  acceptor_.non_blocking(true);
  endpoint_ = acceptor_.local_endpoint();
  accept();
  sweep();
}

void Listener::close() {
  error_code ignored;
  acceptor_.close(ignored);
  sweeper_.cancel();
  rester_.cancel();
  while (!connections_.empty()) {
    std::shared_ptr<Connection> last = connections_.back();
    last->close();
  }
}

std::uint64_t Listener::tick_after(std::chrono::milliseconds within) const {
  return tick_ + static_cast<std::uint64_t>(std::max(within / tick_length_, std::int64_t{1}));
}

void Listener::dispatch(std::shared_ptr<Connection> connection, Request request) {
  around_.arrive();
  around_.world.spawn(exchange(std::move(connection), *service_, std::move(request)));
}

void Listener::forget(Connection& connection) {
  std::size_t hole = connection.place;
  connections_[hole].swap(connections_.back());
  connections_[hole]->place = hole;
  connections_.pop_back();
}

void Listener::accept() {
  acceptor_.async_wait(Acceptor::wait_read, [this](error_code ec) {
    if (ec) return;
    try {
      accept_all();
    } catch (...) {  // told by the world; the others still want to come in
      rest();
      throw;
    }
  });
}

void Listener::accept_all() {
  constexpr int kAtOnce = 64;
  for (int i = 0; i < kAtOnce; ++i) {
    Connection::Socket socket(around_.context.get_executor());
    error_code ec;
    acceptor_.accept(socket, ec);
    if (ec == asio::error::would_block) break;
    if (ec == asio::error::no_descriptors || ec == asio::error::no_buffer_space ||
        ec == asio::error::no_memory) {
      return rest();
    }
    if (!ec) admit(std::move(socket));  // else it was gone before we came to it
  }
  accept();
}

void Listener::admit(Connection::Socket socket) {
  if (connections_.size() >= limits_.connections) return;  // closes it
  auto connection = std::make_shared<Connection>(*this, std::move(socket));
  connection->place = connections_.size();
  connections_.push_back(connection);
  connection->begin();
  resting_ = false;
}

/// The machine has no more sockets: whoever waits in the queue goes on waiting.
void Listener::rest() {
  if (!resting_) around_.report("out of sockets: raise the limit of open files (ulimit -n)");
  resting_ = true;
  rester_.expires_after(kRest);
  rester_.async_wait([this](error_code ec) {
    if (!ec) accept_all();
  });
}

void Listener::sweep() {
  sweeper_.expires_after(tick_length_);
  sweeper_.async_wait([this](error_code ec) {
    if (!ec) sweep();
  });
  ++tick_;
  for (std::size_t i = connections_.size(); i-- > 0;) {
    if (i >= connections_.size()) continue;
    std::shared_ptr<Connection> connection = connections_[i];
    connection->expire(tick_);
  }
}

}  // namespace mayday
