#pragma once

#include "flow_steps.h"
#include "tenant.h"

/// Takes documents through their lives: what follows from a step, and what comes next by itself.
namespace mayday::hesi {

// Contract M2; the real figures are "a few seconds" each.
inline constexpr Duration kCheckTakes = 2s;
inline constexpr Duration kApprovalTakes = 3s;

/// Submits, and plans the cost check.
void send_in(Tenant& tenant, Flow& flow, const Submission& how, Instant now);
/// Plans the cost check of a document that has just come to it.
void plan_check(Tenant& tenant, Flow& flow, Instant now);
/// After every step: the lists are put right, subscribers told, and what follows is planned.
void stepped(Tenant& tenant, Flow& flow, const Notices& notices, Instant at);

/// What came of one attempt to deliver a message; true when it needs no further attempt.
bool hear_of_delivery(Tenant& tenant, const Push& push, const PushAttempt& attempt);

}  // namespace mayday::hesi
