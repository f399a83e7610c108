#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mayday/base/time.h"
#include "mayday/world/peer.h"

namespace mayday {

/// One outbound configuration (出站消息): who is told, and what counts as told.
class HesiReceiver {
 public:
  HesiReceiver() = default;
  explicit HesiReceiver(std::vector<Duration> pauses) : retry_after(std::move(pauses)) {}

  Peer to = Member::desk;              ///< The estate's desk hears at "/hooks/hesi".
  std::vector<int> success{204, 200};  ///< Statuses ticked as success; only 204, 200 and 201 exist.
  std::string keyword;  ///< "code=1": the answer's JSON must have this member; empty: any answer.
  std::vector<Duration> retry_after;  ///< At most three pauses of 1-10 s between attempts.
};

/// What becomes of a document whose robot node gets no answer.
enum class RobotFallback : unsigned char { stay, agree, reject };

/// What a customer's administrators, cashiers and submitters do on Hesi's own screens, for which
/// there is no interface. A kForever means that nobody does it.
class HesiSettings {
 public:
  HesiSettings() = default;

  // Each kind of message has its own configuration; an empty one is not subscribed to.
  std::optional<HesiReceiver> approval{HesiReceiver()};
  /// Repeated 60, 180 and 600 s after the first failure (screenshots in the vendor's documents).
  std::optional<HesiReceiver> robot{HesiReceiver({60s, 120s, 420s})};
  std::optional<HesiReceiver> objects{HesiReceiver()};
  std::optional<HesiReceiver> repayments{HesiReceiver()};

  Duration robot_wait = kForever;  ///< Counted from entering the node.
  RobotFallback robot_waited = RobotFallback::reject;
  RobotFallback robot_unreached = RobotFallback::stay;

  Duration payment_starts_after = kForever;  ///< A cashier sends the document off to the bank.
  Duration archived_after = kForever;        ///< The submitter confirms that the money came.
};

}  // namespace mayday
