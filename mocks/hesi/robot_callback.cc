#include "body.h"
#include "flow_desk.h"
#include "operations.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

/// Twelve characters, fixed for a configuration until somebody has it reissued.
constexpr std::string_view kSignKey = "Dr1llS1gnK3y";

/// Shape F: HTTP 200 whatever has happened; the code tells.
Response outcome(std::string_view code, std::string_view message) {
  JsonText out;
  out.open().name("value").open().text("code", code).text("message", message).close().close();
  return ok(std::move(out));
}

struct Callback {
  std::string sign_key, flow, node, reject_to;
  Verdict verdict;
  bool accept = false;
};

std::optional<Response> read_callback(std::string_view text, Callback& back) {
  Body body(text);
  back.sign_key = body.text("signKey");
  back.flow = body.text("flowId");
  back.node = body.text("nodeId");
  back.reject_to = body.text("rejectTo");
  back.verdict.actor = kRobot;
  back.verdict.comment = body.text("comment");
  back.verdict.to_rejector = body.text("resubmitMethod") == "TO_REJECTOR";
  std::string_view action = body.text("action");
  back.accept = action == "accept";
  bool commented = body.object() != nullptr && body.object()->contains("comment");
  if (back.sign_key.empty() || back.flow.empty() || back.node.empty() || !commented ||
      (action != "accept" && action != "refuse"))
    return outcome("400", "参数错误");
  return std::nullopt;
}

std::optional<Response> refuse_callback(const Tenant& tenant, Callback& back) {
  if (back.sign_key != kSignKey) return outcome("401", "signKey不匹配");
  const Flow* flow = tenant.flows.by_id(back.flow);
  if (flow == nullptr || !waits_for_robot(*flow) || flow->node()->id != back.node)
    return outcome("412", "当前节点与nodeId不一致");
  if (back.accept || back.reject_to.empty()) return std::nullopt;
  back.verdict.reject_to = earlier_person(*flow, back.reject_to);
  return back.verdict.reject_to ? std::nullopt : std::optional{outcome("400", "参数错误")};
}

Response answer(Tenant& tenant, Callback back, Instant now) {
  if (auto no = refuse_callback(tenant, back)) return *no;
  Flow& flow = *tenant.flows.by_id(back.flow);
  Notices notices = back.accept ? agree(flow, back.verdict, tenant.ids, now)
                                : reject(flow, back.verdict, tenant.ids, now);
  stepped(tenant, flow, notices, now);
  return outcome("204", "EBot执行完成");
}

Handled outbound_approval(Tenant& tenant, const Exchange& x, Instant) {
  Callback back;
  if (auto no = read_callback(x.request.body, back)) return *no;
  if (auto no = refuse_callback(tenant, back)) return *no;
  return Handled::writing([&tenant, back](Instant now) { return answer(tenant, back, now); });
}

constexpr Operation kOperations[] = {
    {"POST", "/api/outbound/v1/approval", "outboundApproval", outbound_approval, owner_in_body,
     kWrite},
};

}  // namespace

OperationList callback_operations() { return kOperations; }

}  // namespace mayday::hesi
