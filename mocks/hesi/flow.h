#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mayday/base/money.h"
#include "mayday/base/time.h"
#include "templates.h"

namespace mayday::hesi {

enum class FlowState : unsigned char {
  draft,
  nullified,
  pending,
  approving,
  rejected,
  paying,
  processing,
  paid,
  archived
};
std::string_view to_text(FlowState state);

/// What stands where a person's id would, when a robot acts.
inline constexpr std::string_view kRobot = "ebot";

/// One node of a document's own approval plan.
struct FlowNode {
  const PlanStep* step = nullptr;
  std::string approver;  ///< Staff id; empty for robots and where nobody was chosen.
  std::string id;        ///< "FLOW:<n>:<n>"; empty until submission.
};

/// Something that somebody or a robot had or has to do: a row of allLogs.
struct Task {
  std::string id;
  std::string owner;  ///< Staff id, or "ebot".
  std::string node_id;
  std::string_view node_name;
  std::string_view state;   ///< APPROVING, PAYING, PROCESSING, PROCESSED, …
  std::string_view action;  ///< What was done; empty while to do.
  std::int64_t log = -1;    ///< Row of the log that ended it.
  Instant created;
  Instant updated;

  bool open() const { return log < 0; }
};

/// A row of a document's approval log.
struct LogRow {
  std::string_view action;
  FlowState state = FlowState::draft;
  std::string actor;
  std::string node_id;     ///< Node acted on; "SUBMIT" for a submission.
  std::string next_actor;  ///< Staff id, "ebot", or empty.
  std::string next_id;
  std::string_view next_name;
  std::string comment;
  std::string_view resubmit;
  bool urgent = false;
  std::string urgent_reason;
  std::string failure;      ///< Why a payment failed.
  std::string attachments;  ///< A JSON list, or empty.
  Instant at;

  bool by_robot() const { return actor == kRobot; }
};

/// What approveStates has to say, from `at` on.
struct Stage {
  Instant at;
  std::string_view name;
  std::string actor;  ///< Staff id, or empty.
};

/// A part of a loan that a document repays (核销借款).
struct WriteOff {
  std::string loan;  ///< Loan package.
  std::int64_t minor = 0;
};

/// A document (单据).
struct Flow {
  std::string id;
  std::string code;
  std::string outer_code;
  std::string title;
  const FlowTemplate* form = nullptr;
  std::string owner;       ///< Staff id of the submitter.
  std::string department;  ///< The owner's.
  std::string payee;
  std::string kept;  ///< The form's members as JSON, without braces and submitDate.
  Money amount;
  std::vector<std::string> requisitions;  ///< Ids of those that it draws on.
  std::vector<WriteOff> write_offs;
  std::string loan_package;       ///< Id; a loan has one once it is finished.
  std::string_view alter_flag;    ///< "1": being changed, "0": was changed, empty: never.
  std::string voucher;            ///< The bookkeeping's number, or empty.
  std::int64_t voucher_made = 0;  ///< Milliseconds since 1970.
  std::string fiscal_period;
  FlowState state = FlowState::draft;
  bool active = true;    ///< False: deleted.
  bool fixture = false;  ///< Was there before the drill.
  bool urgent = false;
  std::int64_t version = 1;
  Instant created;
  Instant updated;
  Instant submitted;
  std::optional<Instant> paid;  ///< When it was last finished.
  std::vector<FlowNode> nodes;
  std::size_t current = 0;  ///< Index of the node it is at; nodes.size(): through.
  /// The node it skips to, past the people in between: after a rejection "to the rejector", and
  /// after an edit.
  std::optional<std::size_t> resume;
  std::vector<Task> tasks;  ///< Oldest first; at most the last is open.
  std::vector<LogRow> logs;
  std::vector<Stage> stages;

  const FlowNode* node() const { return current < nodes.size() ? &nodes[current] : nullptr; }
  const Task* open_task() const {
    return tasks.empty() || !tasks.back().open() ? nullptr : &tasks.back();
  }
};

}  // namespace mayday::hesi
