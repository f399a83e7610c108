#pragma once

#include <deque>
#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "batch.h"
#include "directory.h"
#include "flow_form.h"
#include "flow_json.h"
#include "flow_shelf.h"
#include "flow_steps.h"
#include "ids.h"
#include "mayday/faults/operations.h"
#include "mayday/faults/vendor.h"
#include "mayday/hesi/hesi.h"
#include "tokens.h"

namespace mayday::hesi {

// Contract M2; the real figures are "a few seconds" each.
inline constexpr Duration kCheckTakes = 2s;
inline constexpr Duration kApprovalTakes = 3s;
inline constexpr Duration kStatesLag = 1s;
inline constexpr Duration kResultWindow = 60s;

/// One tenant of Hesi: its people, documents and tokens, and what it answers to each call. The
/// calls live in the files named after their topics; operations.cc is the list of them.
class Corporation {
 public:
  Corporation(const EstatePlan& estate, std::int64_t starts, SignRs256 sign);

  void identify(Exchange& x) const;
  std::optional<Response> authenticate(Exchange& x, Instant now);
  Handled handle(const Exchange& x, Instant now);
  Instant next_due() const;
  std::vector<Push> advance(Instant now);
  std::vector<BookEntry> books() const;

 private:
  /// A row of the route table.
  struct Operation {
    std::string_view method;
    std::string_view path;
    std::string_view id;  ///< Of the contract.
    Handled (Corporation::*answer)(const Exchange& x, Instant now);
    std::string (Corporation::*person)(const Exchange& x) const = nullptr;
    bool open = false;  ///< Needs no token.
    bool write = false;
  };
  static std::span<const Operation> rows();

  // token_calls.cc
  Handled get_location(const Exchange& x, Instant now);
  Handled get_access_token(const Exchange& x, Instant now);
  Handled refresh_token(const Exchange& x, Instant now);
  Handled refresh_token_with_days(const Exchange& x, Instant now);
  Handled get_access_token_v3(const Exchange& x, Instant now);
  Response refresh(const Exchange& x, Duration life, Instant now);
  Response granted(const Grant& grant) const;

  // organisation_calls.cc
  Handled get_corporation(const Exchange& x, Instant now);
  Handled list_staffs(const Exchange& x, Instant now);
  Handled find_staffs(const Exchange& x, Instant now);
  Handled list_departments(const Exchange& x, Instant now);
  std::string person_looked_up(const Exchange& x) const;

  // create_flow.cc and submit_flow.cc
  Handled create_flow(const Exchange& x, Instant now);
  Response create(std::string_view body, bool commit, bool keep_draft, Instant now);
  std::optional<Response> refuse_new(const FlowForm& form) const;
  Flow draft_of(FlowForm form, std::string id, std::string code, Instant now) const;
  Handled submit_flow(const Exchange& x, Instant now);
  Response submit_draft(std::string_view flow_id, std::string_view body, Instant now);
  void send_in(Flow& flow, const Submission& how, Instant now);
  std::string_view approver_for(const PlanStep& step, const Staff& submitter) const;
  Response written(const Flow& flow) const;
  std::string submitter_named(const Exchange& x) const;

  // flow_calls.cc and flow_lists.cc
  Handled get_flow_by_id(const Exchange& x, Instant now);
  Handled get_flow_by_code(const Exchange& x, Instant now);
  Handled get_flow_by_outer_code(const Exchange& x, Instant now);
  Handled get_approve_states(const Exchange& x, Instant now);
  Handled list_flow_backlogs(const Exchange& x, Instant now);
  Handled list_flows(const Exchange& x, Instant now);
  Handled list_approver_backlog(const Exchange& x, Instant now);
  Response detail(const Exchange& x, std::string_view parameter, const Flow* flow) const;
  Response page_of(std::span<const Flow* const> rows, std::size_t total) const;
  std::string owner_of_flow(const Exchange& x) const;
  std::string owner_of_code(const Exchange& x) const;
  std::string owner_of_outer_code(const Exchange& x) const;
  std::string person_listed(const Exchange& x) const;
  std::string person_in_path(const Exchange& x) const;

  // approval_calls.cc
  Handled approve_flows(const Exchange& x, Instant now);
  Response accept(Batch batch, Instant now);
  std::optional<Response> refuse_batch(const Batch& batch) const;
  void apply(Batch& batch, Instant at);
  bool apply(const Batch& batch, Flow& flow, Instant at);
  Handled get_approval_result(const Exchange& x, Instant now);
  std::string approver_in_body(const Exchange& x) const;
  std::string approver_in_query(const Exchange& x) const;

  // fixtures.cc
  void load_fixtures();

  /// Does by itself what is due by `now`, each thing at its own instant.
  void bring_up(Instant now);
  /// After every step: the lists are put right and subscribers told.
  void stepped(const Flow& flow, const Notices& notices, Instant at);

  /// What the tenant will do by itself: let a check pass, or carry out a batch.
  struct Due {
    Flow* check = nullptr;
    Batch* batch = nullptr;
  };
  void schedule(Instant at, Due due) { due_.emplace(std::pair{at, turns_++}, due); }

  Operations operations_;
  Epoch epoch_;
  std::int64_t starts_;
  Directory people_;
  Tokens tokens_;
  Ids ids_;
  FlowShelf flows_;
  std::deque<Batch> batches_;
  std::unordered_map<std::string, const Batch*>
      latest_batch_;  // by approver; looked up, never walked
  std::map<std::pair<Instant, std::uint64_t>, Due> due_;
  std::uint64_t turns_ = 0;
  std::vector<Push> outbox_;
  Instant outbox_since_;
};

/// The 404 for a call that lacks one of these query parameters, or nothing.
std::optional<Response> missing(const Exchange& x, std::initializer_list<std::string_view> names);

}  // namespace mayday::hesi
