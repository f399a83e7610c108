#include "mayday/live/live_world.h"

#include <algorithm>
#include <atomic>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <csignal>
#include <map>
#include <optional>
#include <thread>
#include <utility>

#include "addresses.h"
#include "authority.h"
#include "dialer.h"
#include "drill_clock.h"
#include "listener.h"
#include "mayday/base/check.h"
#include "mayday/base/input_error.h"

namespace mayday {
namespace {

namespace asio = boost::asio;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                         asio::wait_traits<std::chrono::steady_clock>, Executor>;

/// Twice within the longest turn, so that a longer gap is a stall and not idleness.
constexpr std::chrono::milliseconds kBeat{25};

std::size_t index(Member member) { return static_cast<std::size_t>(member); }

/// What the certificate of a member is good for when that is not the member.
constexpr const char* kAnotherHost = "staging.travel.test";

Task<CallResult> refused() { co_return CallError::refused; }

/// Places outside that are called in one run; each keeps its connections.
constexpr std::size_t kMostOutside = 1'024;
/// Node, for one, gives an idle connection up after five seconds.
constexpr std::chrono::seconds kLongestOutsideIdle{3};
constexpr std::size_t kMostOutsideBody = 4 * 1'024 * 1'024;

}  // namespace

struct LiveWorld::Impl {
  Impl(LiveWorld& world, asio::io_context& context, LiveOptions chosen)
      : options(std::move(chosen)),
        clock(options.speed),
        timer(context.get_executor()),
        client(options.tls ? options.tls->client() : nullptr),
        around{context, world, [&world] { world.arrive(); },
               [&world](const std::string& what) { world.report(what); }} {}

  LiveOptions options;
  DrillClock clock;
  Timer timer;
  Wall armed = kNoWall;      // when the timer goes off
  Wall next_beat = kNoWall;  // only with a speed above 1
  std::atomic<std::thread::id> thread{};
  std::function<void(Duration)> on_slip;
  std::function<void(std::string)> on_fault_of_ours;
  SslContext client;   // for the members
  SslContext machine;  // for places outside; made when first needed
  Surroundings around;
  std::array<std::unique_ptr<Listener>, kMembers> listeners;
  std::array<std::unique_ptr<Dialer>, kMembers> dialers;
  std::map<std::string, std::unique_ptr<Dialer>> outside;  // by scheme and authority

  std::array<std::optional<Peer>, kMembers> elsewhere;
  std::array<DoorFlaw, kMembers> doors{};

  Dialer* dialer(const Peer& to);
  Dialer* dialer_outside(const HttpAddress& place);
  /// Whether a call to the member comes to a listener of ours whose door has a flaw.
  bool is_flawed(Member at) const;
  SslContext certificate(DoorFlaw flaw) const;
  void fit_door(Member at);
};

/// Null: not there, or not to be called.
Dialer* LiveWorld::Impl::dialer(const Peer& to) {
  if (to.outside() != nullptr) return dialer_outside(*to.outside());
  const std::optional<Peer>& moved = elsewhere[index(to.member())];
  return moved ? dialer_outside(*moved->outside()) : dialers[index(to.member())].get();
}

Dialer* LiveWorld::Impl::dialer_outside(const HttpAddress& place) {
  if (!may_call(place.host, options)) return nullptr;
  std::string key = (place.tls ? "https://" : "http://") + place.authority;
  auto known = outside.find(key);
  if (known != outside.end()) return known->second.get();
  if (outside.size() >= kMostOutside) return nullptr;
  if (place.tls && !machine) machine = machine_client();
  Destination to{place.host,       place.port,         {}, place.authority, nullptr,
                 kMostOutsideBody, kLongestOutsideIdle};
  if (place.tls) to.tls = machine.get();
  auto made = std::make_unique<Dialer>(around, std::move(to));
  return outside.emplace(std::move(key), std::move(made)).first->second.get();
}

bool LiveWorld::Impl::is_flawed(Member at) const {
  const auto& listener = listeners[index(at)];
  return !elsewhere[index(at)] && listener && listener->turns_away();
}

/// Null: the sound one.
SslContext LiveWorld::Impl::certificate(DoorFlaw flaw) const {
  if (!options.tls) return nullptr;
  if (flaw == DoorFlaw::expired) return options.tls->expired_server(names_of(options));
  if (flaw == DoorFlaw::wrong_host) return options.tls->server({kAnotherHost});
  return nullptr;
}

void LiveWorld::Impl::fit_door(Member at) {
  DoorFlaw flaw = doors[index(at)];
  listeners[index(at)]->set_door(flaw, certificate(flaw));
  if (is_flawed(at)) dialers[index(at)]->close();
}

LiveWorld::LiveWorld(LiveOptions options) : World(1) {
  std::signal(SIGPIPE, SIG_IGN);  // OpenSSL writes to sockets whose far side may be gone
  MAYDAY_ASSERT(options.speed >= 1);
  impl_ = std::make_unique<Impl>(*this, context_, std::move(options));
}

LiveWorld::~LiveWorld() { drop_tasks(); }

Task<CallResult> LiveWorld::call(Peer to, Request request, Duration patience) {
  Dialer* dialer = impl_->dialer(to);
  if (dialer == nullptr) return refused();
  if (to.outside() != nullptr) return dialer->call(std::move(request), patience);
  return call_member(to.member(), *dialer, std::move(request), patience);
}

Task<CallResult> LiveWorld::call_member(Member at, Dialer& dialer, Request request,
                                        Duration patience) {
  bool flawed = impl_->is_flawed(at);
  std::string id(request.headers.get("x-request-id"));
  CallResult result = co_await dialer.call(std::move(request), patience);
  if (result) co_return result;
  CallError how = result.error();
  bool turned_away =
      (flawed || impl_->is_flawed(at)) && (how == CallError::refused || how == CallError::tls);
  if (turned_away && on_turned_away) on_turned_away(at, id, how);
  co_return result;
}

void LiveWorld::serve(Member at, Service& service) {
  auto& listener = impl_->listeners[index(at)];
  if (listener) return listener->answer_with(service);
  const LiveOptions& options = impl_->options;
  Tcp::endpoint wanted = parse_bind(at, options.bind, options.ports[index(at)]);
  try {
    SslContext tls = options.tls ? options.tls->server(names_of(options)) : nullptr;
    listener =
        std::make_unique<Listener>(impl_->around, service, options.limits, wanted, std::move(tls));
  } catch (const boost::system::system_error& error) {
    cannot_listen(at, wanted, error);
  }
  Tcp::endpoint own = reachable(listener->endpoint());
  Destination to{own.address().to_string(), own.port(), own, to_text(own), impl_->client.get()};
  impl_->dialers[index(at)] = std::make_unique<Dialer>(impl_->around, std::move(to));
  impl_->fit_door(at);
}

void LiveWorld::set_door(Member at, DoorFlaw flaw) {
  impl_->doors[index(at)] = flaw;
  const auto& listener = impl_->listeners[index(at)];
  if (!listener) return;
  try {
    impl_->fit_door(at);
  } catch (const boost::system::system_error& error) {
    cannot_listen(at, listener->endpoint(), error);
  }
}

void LiveWorld::reach(Member at, const Peer& elsewhere) { impl_->elsewhere[index(at)] = elsewhere; }

std::uint16_t LiveWorld::port(Member at) const {
  const auto& listener = impl_->listeners[index(at)];
  return listener ? listener->endpoint().port() : std::uint16_t{0};
}

std::string LiveWorld::url(Member at) const {
  const auto& listener = impl_->listeners[index(at)];
  std::string scheme = impl_->options.tls ? "https://" : "http://";
  return listener ? scheme + to_text(reachable(listener->endpoint())) : std::string();
}

void LiveWorld::on_slip(std::function<void(Duration)> tell) { impl_->on_slip = std::move(tell); }

void LiveWorld::on_fault_of_ours(std::function<void(std::string)> tell) {
  impl_->on_fault_of_ours = std::move(tell);
}

void LiveWorld::pause() {
  if (paused()) return;
  impl_->clock.pause(std::chrono::steady_clock::now());
  arrive();
}

void LiveWorld::resume() { impl_->clock.resume(std::chrono::steady_clock::now()); }

bool LiveWorld::paused() const { return !impl_->clock.runs(); }

void LiveWorld::run() {
  impl_->thread = std::this_thread::get_id();
  impl_->clock.start(std::chrono::steady_clock::now());
  beat();
  while (!stopped()) turn();
  for (auto& listener : impl_->listeners) {
    if (listener) listener->close();
  }
  for (auto& dialer : impl_->dialers) {
    if (dialer) dialer->close();
  }
  for (auto& [place, dialer] : impl_->outside) dialer->close();
  drop_tasks();
  rethrow_failure();
}

void LiveWorld::stop() {
  if (impl_->thread.load() == std::this_thread::get_id()) return World::stop();
  asio::post(context_, [this] { World::stop(); });
}

void LiveWorld::post(std::function<void()> work) {
  asio::post(context_, [this, task = std::move(work)] {
    arrive();
    task();
  });
}

/// One step of the loop: fire what is due, then run one thing that is ready, or wait for one. Beast
/// and Asio may throw out of it, and one peer's bytes must not end everybody's drill.
void LiveWorld::turn() try {
  bool more = fire_due(impl_->clock.read(std::chrono::steady_clock::now()));
  if (stopped()) return;
  arm();
  if (more) {
    context_.poll_one();
  } else {
    context_.run_one();
  }
} catch (const std::exception& failure) {
  report(failure.what());
} catch (...) {
  report("an exception of no known kind");
}

/// Fires deadlines up to `due`, but not so many at once that the sockets starve. True when there
/// are more.
bool LiveWorld::fire_due(Instant due) {
  constexpr int kAtOnce = 32;
  for (int i = 0; i < kAtOnce; ++i) {
    if (stopped()) return false;
    if (!fire_next(due)) {
      if (due > now()) set_now(due);
      return false;
    }
  }
  return next_deadline() <= due;
}

/// Something came from outside. Drill time catches up, but never past a deadline that has not
/// fired.
void LiveWorld::arrive() {
  Instant at = impl_->clock.read(std::chrono::steady_clock::now());
  at = std::min(at, next_deadline());
  if (at > now()) set_now(at);
}

void LiveWorld::arm() {
  Wall wanted = std::min(impl_->clock.when(next_deadline()), impl_->next_beat);
  if (wanted >= impl_->armed) return;
  impl_->armed = wanted;
  impl_->timer.expires_at(wanted);
  impl_->timer.async_wait([this](boost::system::error_code ec) {
    if (ec) return;
    impl_->armed = kNoWall;
    if (impl_->options.speed > 1) beat();
  });
}

void LiveWorld::beat() {
  if (impl_->options.speed == 1) return;
  Wall wall = std::chrono::steady_clock::now();
  impl_->next_beat = wall + kBeat;
  Instant due = std::min(impl_->clock.read(wall), kNever);
  Instant oldest = std::min(next_deadline(), due);
  Duration slip = impl_->clock.beat(wall, due - oldest);
  if (slip > Duration{0} && impl_->on_slip) impl_->on_slip(slip);
}

void LiveWorld::report(const std::string& what) {
  if (impl_->on_fault_of_ours) impl_->on_fault_of_ours(what);
}

}  // namespace mayday
