#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mayday/base/time.h"

namespace mayday::hesi {

/// A batch of decisions by one approver: accepted at once, carried out a little later, asked after
/// for a minute.
struct Batch {
  enum class Action : unsigned char { agree, reject, nullify };
  struct Fault {
    std::string flow_id;
    std::string code;
    std::string title;
    std::string backlog_id;
    std::string_view message;
  };

  std::string approver;
  Action action = Action::agree;
  std::string comment;
  std::string reject_to;  ///< Node instance id; empty: the submitter.
  bool to_rejector = false;
  std::vector<std::string> flows;  ///< Ids, each once, in the order they were given.
  Instant accepted;
  std::int64_t success = 0;
  std::vector<Fault> faults;
};

/// All batches. Only an approver's latest can be asked after.
class Batches {
 public:
  Batch& add(Batch batch) {
    Batch& kept = all_.emplace_back(std::move(batch));
    latest_[kept.approver] = &kept;
    return kept;
  }
  /// nullptr when the person has decided nothing yet.
  const Batch* latest(const std::string& approver) const {
    auto found = latest_.find(approver);
    return found == latest_.end() ? nullptr : found->second;
  }

 private:
  std::deque<Batch> all_;                                 // a deque, because addresses must stay
  std::unordered_map<std::string, const Batch*> latest_;  // looked up, never walked
};

}  // namespace mayday::hesi
