#pragma once

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "connection.h"
#include "mayday/live/live_options.h"
#include "surroundings.h"

namespace mayday {

/// One member's listening socket and its connections. Runs a Service for every request that passes
/// the guard.
class Listener {
 public:
  using Endpoint = boost::asio::ip::tcp::endpoint;

  /// Binds and listens. Throws boost::system::system_error. With `tls` it speaks HTTPS alone.
  Listener(const Surroundings& around, Service& service, const Limits& limits, Endpoint at,
           SslContext tls);

  void answer_with(Service& service) { service_ = &service; }
  Endpoint endpoint() const { return endpoint_; }
  /// As World::set_door. `certificate` is shown in new handshakes; null: the sound one. Throws
  /// boost::system::system_error when the port cannot be opened again.
  void set_door(DoorFlaw flaw, SslContext certificate);
  bool turns_away() const { return door_ != DoorFlaw::none; }
  /// Closes the listening socket and every connection.
  void close();

  // For its connections.
  const Limits& limits() const { return limits_; }
  SSL_CTX* tls() const { return shown_ ? shown_.get() : tls_.get(); }
  bool cuts_handshakes() const { return door_ == DoorFlaw::handshake_cut; }
  Response turn_away(int status) const { return service_->turn_away(status); }
  /// The tick by which `within` has not quite passed.
  std::uint64_t tick_after(std::chrono::milliseconds within) const;
  Scratch& scratch() { return scratch_; }
  /// Where answers are written before they are sent.
  std::string& out() { return out_; }
  void dispatch(std::shared_ptr<Connection> connection, Request request);
  void forget(Connection& connection);

 private:
  using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, Executor>;
  using Timer = boost::asio::basic_waitable_timer<
      std::chrono::steady_clock, boost::asio::wait_traits<std::chrono::steady_clock>, Executor>;

  void bind(Endpoint at);
  void shut();
  void reopen();
  void accept();
  void accept_all();
  void admit(Connection::Socket socket);
  void rest();
  void sweep();

  const Surroundings& around_;
  Service* service_;
  Limits limits_;
  SslContext tls_;
  SslContext shown_;  // instead of `tls_`
  DoorFlaw door_ = DoorFlaw::none;
  bool accepting_ = false;  // waits for somebody to connect
  Acceptor acceptor_;
  Endpoint endpoint_;
  Timer sweeper_;
  Timer rester_;
  std::chrono::milliseconds tick_length_;
  std::uint64_t tick_ = 0;
  bool resting_ = false;
  std::vector<std::shared_ptr<Connection>> connections_;
  Scratch scratch_;
  std::string out_;
};

}  // namespace mayday
