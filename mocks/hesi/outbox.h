#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ids.h"
#include "mayday/faults/push_queue.h"
#include "mayday/hesi/settings.h"

namespace mayday::hesi {

enum class Topic : unsigned char { approval, robot, objects, repayments };

/// An outbound configuration of the tenant.
struct OutboundConfig {
  std::string_view id;
  std::string_view name;
  std::string_view kind;       ///< `messageType` of the log.
  std::string_view operation;  ///< Of the contract.
  std::optional<HesiReceiver> receiver;
};

/// A message to whoever has subscribed to its topic, and what it is about.
struct Message {
  Topic topic = Topic::approval;
  std::string body;     ///< Flat JSON.
  std::string person;   ///< Staff id.
  std::string order;    ///< Outer code (外部编号) of the document.
  std::string subject;  ///< Messages of one subject keep their order.
  std::string flow_id;
  std::string node_id;
  std::string node_name;
  std::string object_id;
};

/// A message that failed at least once: a row of outboundMessageLogs.
struct OutboundLogRow {
  std::string id;
  const OutboundConfig* config = nullptr;
  Message message;
  std::string response;  ///< JSON.
  bool failed = true;    ///< False: a later attempt got through.
  Instant created;
  Instant updated;
};

/// What the tenant has to say to the outside (出站消息): contract `x-outbound-delivery`.
class Outbox {
 public:
  explicit Outbox(const HesiSettings& settings);

  /// Goes nowhere when the topic has no receiver.
  void post(Message message, Instant at);

  Instant next_due() const { return queue_.next_due(); }
  std::vector<Push> take() { return queue_.take(); }

  /// What one attempt came to. `lost`: it was the last, and in vain.
  struct Fate {
    bool taken = true;
    bool lost = false;
    Message message;
  };
  Fate delivered(const Push& push, const PushAttempt& attempt);
  /// There will be no further attempt.
  void forget(const Push& push) { sendings_.erase(push.id); }

  const std::deque<OutboundLogRow>& log() const { return log_; }

 private:
  struct Sending {
    Message message;
    OutboundLogRow* row = nullptr;  ///< Once it has failed.
  };
  const OutboundConfig& config_of(Topic topic) const {
    return configs_[static_cast<std::size_t>(topic)];
  }
  void note_failure(Sending& sending, const PushAttempt& attempt);

  std::array<OutboundConfig, 4> configs_;
  PushQueue queue_;
  std::map<std::string, Sending> sendings_;  // by push
  std::uint64_t posted_ = 0;
  std::deque<OutboundLogRow> log_;  // a deque, because addresses must stay
  Ids ids_;
};

}  // namespace mayday::hesi
