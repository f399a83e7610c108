// burst HOST PORT PATH COUNT SPREAD_MS [CONTROL_PORT CONTROL_PATH TOKEN]: opens COUNT connections,
// asks once on each, the first at once and the last after SPREAD_MS, and prints how long the
// answers took: "ANSWERED P50 P99 MAX", in milliseconds. With a control port it waits until all
// have asked and two seconds more, sends DELETE there, and counts from then; a connection's end is
// an answer, too. Plain sockets, one epoll and no sleep: what it measures is not to be its own
// doing.

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void give_up(const char* what) {
  std::perror(what);
  std::exit(1);
}

int connect_to(const std::string& host, int port) {
  int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  ::inet_pton(AF_INET, host.c_str(), &address.sin_addr);
  int on = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  const auto* at = reinterpret_cast<const sockaddr*>(&address);
  if (socket < 0 || ::connect(socket, at, sizeof address) != 0) give_up("connect");
  return socket;
}

void ask(int socket, const std::string& request) {
  if (::send(socket, request.data(), request.size(), MSG_NOSIGNAL) < 0) give_up("send");
}

struct Asked {
  int socket = -1;
  Clock::time_point since;
  double took_ms = -1;
};

/// Takes what has come, without waiting. Returns how many were answered.
std::size_t hear(int events, std::vector<Asked>& asked) {
  std::array<epoll_event, 256> ready{};
  std::array<char, 65536> bytes{};
  int count = ::epoll_wait(events, ready.data(), static_cast<int>(ready.size()), 0);
  Clock::time_point now = Clock::now();
  for (int i = 0; i < count; ++i) {
    Asked& one = asked[ready[static_cast<std::size_t>(i)].data.u64];
    one.took_ms = std::chrono::duration<double, std::milli>(now - one.since).count();
    [[maybe_unused]] ssize_t read = ::read(one.socket, bytes.data(), bytes.size());
    ::epoll_ctl(events, EPOLL_CTL_DEL, one.socket, nullptr);
  }
  return static_cast<std::size_t>(std::max(count, 0));
}

/// An epoll that tells when any of them has a first byte or its end.
int listen_to(const std::vector<Asked>& asked) {
  int events = ::epoll_create1(0);
  for (std::size_t i = 0; i < asked.size(); ++i) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = i;
    if (::epoll_ctl(events, EPOLL_CTL_ADD, asked[i].socket, &event) != 0) give_up("epoll");
  }
  return events;
}

/// Asks on all of them, evenly spread; hears meanwhile. Returns how many were answered by then.
std::size_t ask_all(int events, std::vector<Asked>& asked, const std::string& request,
                    std::chrono::nanoseconds spread) {
  std::chrono::nanoseconds apart = spread / std::max<std::int64_t>(std::ssize(asked), 1);
  std::size_t answered = 0;
  Clock::time_point next = Clock::now();
  for (Asked& one : asked) {
    while (apart.count() > 0 && Clock::now() < next) answered += hear(events, asked);
    next += apart;
    one.since = Clock::now();
    ask(one.socket, request);
  }
  return answered;
}

/// Ends the fault that holds them; from now on they count.
void heal(std::vector<Asked>& asked, const std::string& host, char** control) {
  std::this_thread::sleep_for(std::chrono::seconds(2));
  int door = connect_to(host, std::atoi(control[0]));
  Clock::time_point now = Clock::now();
  for (Asked& one : asked) one.since = now;
  ask(door, "DELETE " + std::string(control[1]) + " HTTP/1.1\r\nhost: " + host +
                "\r\nauthorization: Bearer " + control[2] +
                "\r\ncontent-type: application/json\r\ncontent-length: 0\r\n\r\n");
}

void print(std::vector<Asked> asked) {
  std::sort(asked.begin(), asked.end(),
            [](const Asked& a, const Asked& b) { return a.took_ms < b.took_ms; });
  auto at = [&](std::size_t percent) {
    return asked[std::min(asked.size() * percent / 100, asked.size() - 1)].took_ms;
  };
  std::printf("%zu %.2f %.2f %.2f\n", asked.size(), at(50), at(99), at(100));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6 && argc != 9) return 2;
  std::string host = argv[1];
  std::string request = "GET " + std::string(argv[3]) + " HTTP/1.1\r\nhost: " + host + "\r\n\r\n";
  std::vector<Asked> asked(static_cast<std::size_t>(std::atoi(argv[4])));
  for (Asked& one : asked) one.socket = connect_to(host, std::atoi(argv[2]));
  int events = listen_to(asked);
  std::size_t answered =
      ask_all(events, asked, request, std::chrono::milliseconds(std::atoi(argv[5])));
  if (argc == 9) heal(asked, host, argv + 6);
  while (answered < asked.size()) answered += hear(events, asked);
  print(std::move(asked));
}
