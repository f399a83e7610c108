#pragma once

#include <string_view>

#include "caller.h"
#include "claim_book.h"
#include "hesi_client.h"
#include "mayday/desk/desk.h"

namespace mayday {

/// What Hesi says of its own accord: taken as it comes, and fetched when it did not get through. A
/// message that is taken twice changes nothing the second time.
class MessageDesk {
 public:
  /// `starts` is seconds since 1970 at drill time zero. All that is referred to outlives the desk.
  MessageDesk(World& world, HesiClient& hesi, ClaimBook& claims, const DeskSettings& settings,
              std::int64_t starts)
      : world_(world), hesi_(hesi), claims_(claims), settings_(settings), starts_(starts) {}

  /// POST /hooks/hesi.
  Response take(const json::object& message);

  /// Asks Hesi for the messages of every type that have failed since the drill began, and takes
  /// them, whether the receiver is on or not.
  Task<DeskReplay> replay(Caller caller);

 private:
  Task<Answer> failed(std::string_view type, Caller caller);
  bool heed(const json::object& message);

  World& world_;
  HesiClient& hesi_;
  ClaimBook& claims_;
  const DeskSettings& settings_;
  std::int64_t starts_;
};

}  // namespace mayday
