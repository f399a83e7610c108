#include "operations.h"

#include "body.h"
#include "shapes.h"

namespace mayday::hesi {

const std::vector<Operation>& all_operations() {
  static const std::vector<Operation> kAll = [] {
    std::vector<Operation> all;
    for (OperationList topic :
         {token_operations(),    organisation_operations(), template_operations(),
          create_operations(),   update_operations(),       submit_operations(),
          action_operations(),   plan_operations(),         document_operations(),
          list_operations(),     approval_operations(),     comment_operations(),
          callback_operations(), payment_operations(),      voucher_operations(),
          payee_operations(),    requisition_operations(),  loan_operations(),
          travel_operations(),   object_operations(),       invoice_operations(),
          budget_operations(),   attachment_operations(),   outbound_operations()})
      all.insert(all.end(), topic.begin(), topic.end());
    return all;
  }();
  return kAll;
}

std::optional<Response> missing(const Exchange& x, std::initializer_list<std::string_view> names) {
  for (std::string_view name : names)
    if (!x.target.has(name)) return servlet(404, x.target.path());
  return std::nullopt;
}

namespace {

std::string owner_of(const Flow* flow) { return flow == nullptr ? std::string{} : flow->owner; }

}  // namespace

std::string owner_of_flow(const Tenant& tenant, const Exchange& x) {
  return owner_of(tenant.flows.by_id(x.target.query("flowId")));
}

std::string owner_in_path(const Tenant& tenant, const Exchange& x) {
  return owner_of(tenant.flows.by_id(x.values.front()));
}

std::string owner_in_body(const Tenant& tenant, const Exchange& x) {
  return owner_of(tenant.flows.by_id(Body(x.request.body).text("flowId")));
}

std::string staff_in_query(const Tenant&, const Exchange& x) {
  return std::string(x.target.query("staffId"));
}

std::string submitter_named(const Tenant&, const Exchange& x) {
  Body body(x.request.body);
  const json::object* form = body.object() == nullptr ? nullptr : object_of(*body.object(), "form");
  return form == nullptr ? std::string{} : std::string(text_of(*form, "submitterId"));
}

}  // namespace mayday::hesi
