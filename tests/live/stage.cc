#include "stage.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <future>
#include <utility>

#include "mayday/world/router.h"

namespace mayday {
namespace {

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_port = htons(port);
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return at;
}

/// The socket functions want their own base type.
sockaddr* generic(sockaddr_in& at) { return reinterpret_cast<sockaddr*>(&at); }

void give_up_late(int fd) {
  timeval patience{20, 0};
  ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
}

}  // namespace

Task<Reply> Hotel::serve(Request request) {
  std::string path = Target(request.target).path();
  if (path == "/hold") {
    if (on_hold) on_hold();
    co_await world_.wait(gate, kForever);
  }
  ++served[path];
  if (path == "/close") co_return Reply(Delivery::close);
  if (path == "/reset") co_return Reply(Delivery::reset);
  if (path == "/throw") throw std::runtime_error("the hotel is broken");
  auto known = replies.find(path);
  if (known != replies.end()) co_return known->second;
  if (path == "/empty") co_return Reply(Response(204));
  if (path == "/large") co_return Reply(Response(200, std::string(8'000'000, 'x'), "text/plain"));
  std::string body = request.method + " " + request.target + " " + request.body;
  Response response(200, body, "text/plain");
  response.headers.add("x-seen", std::string(request.headers.get("x-sent")));
  co_return Reply(std::move(response));
}

HotelStage::HotelStage(LiveOptions options) : world(std::move(options)) {
  world.serve(Member::hotel, hotel);
  thread_ = std::thread([this] { world.run(); });
}

HotelStage::~HotelStage() {
  world.stop();
  thread_.join();
}

void HotelStage::ask(const std::function<void()>& work) {
  std::promise<void> done;
  world.post([&] {
    work();
    done.set_value();
  });
  done.get_future().wait();
}

int HotelStage::served(const std::string& path) {
  int count = 0;
  ask([&] { count = hotel.served[path]; });
  return count;
}

void HotelStage::reply_at(const std::string& path, Reply reply) {
  ask([&] { hotel.replies[path] = std::move(reply); });
}

CallResult HotelStage::call(Peer to, Request request, Duration patience) {
  std::promise<CallResult> answered;
  auto caller = [](World& in, Peer peer, Request question, Duration at_most,
                   std::promise<CallResult>& promise) -> Task<void> {
    CallResult result = co_await in.call(peer, std::move(question), at_most);
    promise.set_value(std::move(result));
  };
  ask([&] { world.spawn(caller(world, to, request, patience, answered)); });
  return answered.get_future().get();
}

int connecting_to(std::uint16_t port) {
  int fd = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in at = loopback(port);
  int error = ::connect(fd, generic(at), sizeof at) == 0 ? 0 : errno;
  ::close(fd);
  return error;
}

RawClient::RawClient(std::uint16_t port) : fd_(::socket(AF_INET, SOCK_STREAM, 0)) {
  give_up_late(fd_);
  sockaddr_in at = loopback(port);
  if (::connect(fd_, generic(at), sizeof at) != 0) throw std::runtime_error("cannot connect");
}

RawClient::~RawClient() { close(); }

void RawClient::close() {
  if (fd_ >= 0) ::close(fd_);
  fd_ = -1;
}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t n = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

bool RawClient::read_some(std::string& into) {
  char buffer[4'096];
  ssize_t n = ::recv(fd_, buffer, sizeof buffer, 0);
  if (n > 0) {
    into.append(buffer, static_cast<std::size_t>(n));
    return true;
  }
  if (n == 0) end_ = End::closed;
  if (n < 0 && errno == ECONNRESET) end_ = End::reset;
  return false;
}

bool RawClient::has_bytes() const {
  char byte;
  return ::recv(fd_, &byte, 1, MSG_PEEK | MSG_DONTWAIT) >= 0;
}

std::string RawClient::read_all() {
  std::string all;
  while (read_some(all)) {
  }
  return all;
}

std::string RawClient::read_until(std::string_view mark) {
  std::string all;
  while (all.find(mark) == std::string::npos && read_some(all)) {
  }
  return all;
}

RawServer::RawServer(int connections, std::function<void(RawClient&)> act)
    : fd_(::socket(AF_INET, SOCK_STREAM, 0)) {
  give_up_late(fd_);
  sockaddr_in at = loopback(0);
  socklen_t size = sizeof at;
  ::bind(fd_, generic(at), size);
  ::listen(fd_, 16);
  ::getsockname(fd_, generic(at), &size);
  port_ = ntohs(at.sin_port);
  thread_ = std::thread([this, connections, action = std::move(act)] {
    for (int i = 0; i < connections; ++i) {
      int accepted = ::accept(fd_, nullptr, nullptr);
      if (accepted < 0) return;
      give_up_late(accepted);
      RawClient client(accepted);
      action(client);
    }
  });
}

RawServer::~RawServer() {
  thread_.join();
  ::close(fd_);
}

std::string get(std::string_view path, std::string_view more) {
  return "GET " + std::string(path) + " HTTP/1.1\r\nhost: hotel\r\n" + std::string(more) + "\r\n";
}

}  // namespace mayday
