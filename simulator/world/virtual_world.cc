#include "mayday/world/virtual_world.h"

#include <boost/asio/detail/concurrency_hint.hpp>
#include <utility>

#include "mayday/base/check.h"

namespace mayday {

/// A call under way. The caller and the answering task share it; whoever gives up first leaves it
/// to the other.
struct VirtualWorld::Pending {
  Gate answered;
  Reply reply;
};

VirtualWorld::VirtualWorld() : World(BOOST_ASIO_CONCURRENCY_HINT_UNSAFE) {}

VirtualWorld::~VirtualWorld() { drop_tasks(); }

void VirtualWorld::serve(Member at, Service& service) {
  services_[static_cast<std::size_t>(at)] = &service;
}

void VirtualWorld::set_door(Member at, DoorFlaw flaw) {
  doors_[static_cast<std::size_t>(at)] = flaw;
}

Task<CallResult> VirtualWorld::call(Peer to, Request request, Duration patience) {
  if (to.outside() != nullptr) co_return CallError::refused;
  Service* service = services_[static_cast<std::size_t>(to.member())];
  if (service == nullptr) co_return CallError::refused;
  DoorFlaw door = doors_[static_cast<std::size_t>(to.member())];
  if (door != DoorFlaw::none) {
    CallError how = door == DoorFlaw::refused ? CallError::refused : CallError::tls;
    if (on_turned_away)
      on_turned_away(to.member(), std::string(request.headers.get("x-request-id")), how);
    co_return how;
  }
  auto pending = std::make_shared<Pending>();
  spawn(answer(*service, std::move(request), pending));
  bool answered = co_await wait(pending->answered, patience);
  if (!answered) co_return CallError::timed_out;
  co_return seen_by_caller(std::move(pending->reply));
}

Task<void> VirtualWorld::answer(Service& service, Request request,
                                std::shared_ptr<Pending> pending) {
  Reply reply = co_await service.serve(std::move(request));
  pending->reply = std::move(reply);
  Duration on_its_way = pending->reply.body_time();
  Gate* hurry = pending->reply.hurry;
  if (on_its_way > Duration{0} && hurry != nullptr) co_await wait(*hurry, on_its_way);
  if (on_its_way > Duration{0} && hurry == nullptr) co_await sleep(on_its_way);
  open(pending->answered);
}

void VirtualWorld::run() {
  while (!stopped()) {
    context_.poll();
    rethrow_failure();
    if (stopped() || !fire_next(kNever)) break;
    ++fired_;
  }
  rethrow_failure();
  drop_tasks();
}

}  // namespace mayday
