#include "listener.h"

#include <sys/socket.h>

#include <algorithm>
#include <boost/asio/error.hpp>
#include <utility>

namespace mayday {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

constexpr int kBacklog = 4'096;
constexpr std::chrono::milliseconds kRest{100};

constexpr std::int64_t kDropsPerSecond = 10;  // of drill time

/// Pours `body` at `bytes_per_second`, no byte before its time; the rest at once when `hurry`
/// opens.
Task<void> drip(World& world, std::shared_ptr<Connection> connection, std::string_view body,
                std::int64_t bytes_per_second, Gate& hurry) {
  Instant began = world.now();
  auto drop =
      static_cast<std::size_t>(std::max(bytes_per_second / kDropsPerSecond, std::int64_t{1}));
  bool wanted = true;
  for (std::size_t poured = 0; wanted && poured < body.size();) {
    std::size_t next = std::min(poured + drop, body.size());
    Instant due = began + Duration{1s} * static_cast<std::int64_t>(next) / bytes_per_second;
    bool hurried = co_await world.wait(hurry, due - world.now());
    if (hurried) next = body.size();
    wanted = connection->pour(body.substr(poured, next - poured), next == body.size());
    poured = next;
  }
}

/// A client's hang-up never reaches the service: the task belongs to the world, and only its answer
/// is dropped.
Task<void> exchange(World& world, std::shared_ptr<Connection> connection, Service& service,
                    Request request) {
  Reply reply = co_await service.serve(std::move(request));
  std::string_view body = connection->answer(reply);
  if (body.empty()) co_return;
  Gate never;
  Gate& hurry = reply.hurry != nullptr ? *reply.hurry : never;
  co_await drip(world, std::move(connection), body, reply.bytes_per_second, hurry);
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
  bind(at);
  acceptor_.listen(kBacklog);
  acceptor_.non_blocking(true);
  endpoint_ = acceptor_.local_endpoint();
  accept();
  sweep();
}

void Listener::set_door(DoorFlaw flaw, SslContext certificate) {
  if (!tls_ && flaw != DoorFlaw::refused) flaw = DoorFlaw::none;
  if (flaw == door_ || !acceptor_.is_open()) return;
  bool was_shut = door_ == DoorFlaw::refused;
  if (flaw == DoorFlaw::refused) accept_all();  // who has connected is in
  door_ = flaw;
  shown_ = std::move(certificate);
  if (flaw == DoorFlaw::refused) shut();
  if (was_shut) reopen();
  if (flaw == DoorFlaw::none) return;
  auto all = connections_;
  for (const auto& connection : all) connection->turn_out();
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
  around_.world.spawn(
      exchange(around_.world, std::move(connection), *service_, std::move(request)));
}

void Listener::forget(Connection& connection) {
  std::size_t hole = connection.place;
  connections_[hole].swap(connections_.back());
  connections_[hole]->place = hole;
  connections_.pop_back();
}

/// Asks for a port by its number even when any would do: Linux lets go of one that it chose itself
/// when the socket stops listening.
void Listener::bind(Endpoint at) {
  auto take = [&at](Acceptor& socket) {
    socket.open(at.protocol());
    socket.set_option(asio::socket_base::reuse_address(true));
    socket.bind(at);
  };
  Acceptor first(acceptor_.get_executor());
  if (at.port() == 0) {
    take(first);
    at = first.local_endpoint();
  }
  take(acceptor_);
}

/// Linux takes a socket that is shut down out of listening and leaves it bound. Nobody else may
/// share the port meanwhile.
void Listener::shut() {
  ::shutdown(acceptor_.native_handle(), SHUT_RDWR);
  acceptor_.set_option(asio::socket_base::reuse_address(false));
}

void Listener::reopen() {
  acceptor_.set_option(asio::socket_base::reuse_address(true));  // with connections of before
  acceptor_.listen(kBacklog);
  accept();
}

void Listener::accept() {
  if (accepting_) return;
  accepting_ = true;
  acceptor_.async_wait(Acceptor::wait_read, [this](error_code ec) {
    accepting_ = false;
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
  if (door_ == DoorFlaw::refused) return;
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
