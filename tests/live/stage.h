#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <thread>

#include "mayday/live/live_world.h"

namespace mayday {

/// What a hotel would be: /close and /reset leave without an answer, /hold waits for the gate,
/// /empty answers 204, a path in `replies` gets its reply, anything else says what it was asked.
/// Counts what it carried out, by path.
class Hotel final : public Service {
 public:
  explicit Hotel(World& w) : world_(w) {}
  Task<Reply> serve(Request request) override;

  Gate gate;
  std::function<void()> on_hold;  ///< A request waits at the gate now.
  std::map<std::string, int> served;
  std::map<std::string, Reply> replies;

 private:
  World& world_;
};

/// A live world with a hotel, running on a thread of its own until it is destroyed.
class HotelStage {
 public:
  explicit HotelStage(LiveOptions options = {});
  ~HotelStage();

  std::uint16_t port() const { return world.port(Member::hotel); }
  /// Runs `work` on the estate's thread and waits for it.
  void ask(const std::function<void()>& work);
  int served(const std::string& path);
  /// From now on `path` gets this reply.
  void reply_at(const std::string& path, Reply reply);
  /// A call out of this world.
  CallResult call(Peer to, Request request, Duration patience = 20s);

  LiveWorld world;
  Hotel hotel{world};

 private:
  std::thread thread_;
};

/// The error of connecting to that port of this machine; 0: it went well.
int connecting_to(std::uint16_t port);

/// A request for a path of the hotel's, as bytes; `more` is further fields, each with its CRLF.
std::string get(std::string_view path, std::string_view more = {});

/// How a connection ended, as a plain socket sees it.
enum class End { closed, reset, still_open };

/// A socket of the operating system's own, with no HTTP in it. Gives up after twenty seconds.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port);
  explicit RawClient(int accepted) : fd_(accepted) {}
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  /// False when the far side would take no more.
  bool send(std::string_view bytes);
  void close();
  /// Everything until the far side ends the connection.
  std::string read_all();
  /// Whether there is anything to read, or the end of it.
  bool has_bytes() const;
  /// Until `mark` has been read; shorter when the connection ends first.
  std::string read_until(std::string_view mark);
  /// As it is, for a protocol over it.
  int descriptor() const { return fd_; }
  /// Valid once reading has come to an end.
  End end() const { return end_; }

 private:
  bool read_some(std::string& into);

  int fd_;
  End end_ = End::still_open;
};

/// A member that speaks whatever a test wants: each connection in turn is given to `act`.
class RawServer {
 public:
  RawServer(int connections, std::function<void(RawClient&)> act);
  ~RawServer();
  std::uint16_t port() const { return port_; }

 private:
  int fd_;
  std::uint16_t port_ = 0;
  std::thread thread_;
};

}  // namespace mayday
