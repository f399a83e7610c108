#pragma once

#include "flow_form.h"
#include "tenant.h"

namespace mayday::hesi {

/// A draft as a body describes it; not yet on the shelf.
Flow draft_of(const Tenant& tenant, FlowForm form, std::string id, std::string code, Instant now);

/// Takes over what a body says of the document, its place in approval and outer code apart.
void fill_in(Flow& flow, FlowForm form);

/// Who is to act at a node of the plan, for this submitter's documents; "" for robots.
std::string_view approver_for(const Tenant& tenant, const PlanStep& step, const Staff& submitter);

/// Why a body cannot become document `own` (nullptr: a new one); nothing when it can.
std::optional<Response> refuse_form(const Tenant& tenant, const FlowForm& form, const Flow* own);

}  // namespace mayday::hesi
