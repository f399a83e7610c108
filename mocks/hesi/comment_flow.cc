#include <algorithm>
#include <boost/json/serialize.hpp>

#include "body.h"
#include "flow_desk.h"
#include "operations.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

/// How close together is too close has not been published.
constexpr Duration kThrottle = 1s;

struct Remark {
  std::string flow;
  std::string author;
  std::string text;
  std::string attachments;  ///< A JSON list, or empty.
};

std::optional<Response> read_remark(const Exchange& x, Remark& remark) {
  remark.flow = x.values.front();
  remark.author = x.target.query("staffId");
  if (remark.author.empty()) return error(400, "staffId不能为空");
  Body body(x.request.body);
  const json::object* params =
      body.object() == nullptr ? nullptr : object_of(*body.object(), "params");
  if (params == nullptr || body.text("name") != "freeflow.comment")
    return error(412, "请求体缺少必填参数");
  remark.text = text_of(*params, "comment");
  if (const json::array* files = list_of(*params, "attachments"))
    remark.attachments = json::serialize(*files);
  return std::nullopt;
}

/// The creator and whoever has approved before.
bool may_comment(const Flow& flow, std::string_view staff) {
  if (flow.owner == staff) return true;
  return std::ranges::any_of(flow.logs, [&](const LogRow& log) {
    return log.actor == staff && log.action != "freeflow.comment";
  });
}

bool too_soon(const Flow& flow, std::string_view author, Instant now) {
  return std::ranges::any_of(flow.logs, [&](const LogRow& log) {
    return log.action == "freeflow.comment" && log.actor == author && now - log.at < kThrottle;
  });
}

std::optional<Response> refuse_remark(const Tenant& tenant, const Remark& remark, Instant now) {
  const Flow* flow = tenant.flows.by_id(remark.flow);
  if (tenant.people.find(remark.author) == nullptr) return error(400, "员工不存在");
  if (flow == nullptr) return error(412, kFlowNotFound);
  if (!flow->active) return error(412, kFlowDeleted);
  if (!may_comment(*flow, remark.author)) return error(403, "您没有评论权限");
  if (remark.text.empty()) return error(412, "评论内容不能为空");
  if (too_soon(*flow, remark.author, now)) return error(400, "评论太过频繁");
  return std::nullopt;
}

/// Staff ids that stand in braces, each once, as far as somebody has them.
std::vector<std::string> mentioned_in(std::string_view text, const Directory& people) {
  std::vector<std::string> all;
  for (std::size_t open = text.find('{'); open != std::string_view::npos;
       open = text.find('{', open + 1)) {
    std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) break;
    std::string id(text.substr(open + 1, close - open - 1));
    if (people.find(id) != nullptr && std::ranges::count(all, id) == 0)
      all.push_back(std::move(id));
  }
  return all;
}

Response say(Tenant& tenant, const Remark& remark, Instant now) {
  if (auto no = refuse_remark(tenant, remark, now)) return *no;
  Flow& flow = *tenant.flows.by_id(remark.flow);
  LogRow words;
  words.actor = remark.author;
  words.node_id = flow.node() == nullptr ? "" : flow.node()->id;
  words.comment = remark.text;
  words.attachments = remark.attachments;
  Notices notices = comment(flow, words, mentioned_in(remark.text, tenant.people), now);
  stepped(tenant, flow, notices, now);
  JsonText out;
  out.open().text("id", "评论成功").close();  // a success text, in a field of that name
  return ok(std::move(out));
}

Handled comment_flow(Tenant& tenant, const Exchange& x, Instant now) {
  Remark remark;
  if (auto no = read_remark(x, remark)) return *no;
  if (auto no = refuse_remark(tenant, remark, now)) return *no;
  return Handled::writing([&tenant, remark](Instant at) { return say(tenant, remark, at); });
}

constexpr Operation kOperations[] = {
    {"POST", "/api/openapi/v2.2/flow/data/comment/${flowId}", "commentFlow", comment_flow,
     staff_in_query, kWrite},
};

}  // namespace

OperationList comment_operations() { return kOperations; }

}  // namespace mayday::hesi
