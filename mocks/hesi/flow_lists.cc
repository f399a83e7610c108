#include <algorithm>
#include <array>

#include "corporation.h"
#include "page.h"
#include "shapes.h"

namespace mayday::hesi {
namespace {

bool in_list(std::string_view list, std::string_view wanted) {
  while (!list.empty()) {
    std::size_t comma = list.find(',');
    if (list.substr(0, comma) == wanted) return true;
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
  }
  return false;
}

/// Asking for PROCESSING finds nothing; asking for paying finds both.
std::string_view searched_state(FlowState state) {
  return state == FlowState::processing ? "paying" : to_text(state);
}

enum class Order : unsigned char { created, updated, submitted, paid };

Order order_of(std::string_view name) {
  if (name == "updateTime") return Order::updated;
  if (name == "submitDate") return Order::submitted;
  return name == "payDate" ? Order::paid : Order::created;
}

/// The time that a list is ordered and filtered by; kNever for a document that was never paid.
Instant time_of(const Flow& flow, Order order) {
  switch (order) {
    case Order::created:
      return flow.created;
    case Order::updated:
      return flow.updated;
    case Order::submitted:
      return flow.submitted;
    case Order::paid:
      return flow.paid.value_or(kNever);
  }
  return kNever;
}

/// Drill time of "yyyy-MM-dd HH:mm:ss" as clocks in China show it; nothing when it is not such a
/// text.
std::optional<Instant> local_time(std::string_view text, std::int64_t starts) {
  if (text.size() != 19 || text[10] != ' ') return std::nullopt;
  std::string utc(text);
  utc[10] = 'T';
  std::chrono::seconds at = parse_rfc3339(utc + "Z");
  if (at < 0s) return std::nullopt;
  return Instant{at - 8h - std::chrono::seconds{starts}};
}

/// What a call of getApplyList asks for.
struct Wanted {
  std::string_view type, owner, states, templates;
  Order order = Order::created;
  bool down = true;
  std::optional<Instant> from, to;

  bool fits(const Flow& flow) const {
    if (flow.form->form_type != type) return false;
    if (!owner.empty() && flow.owner != owner) return false;
    if (!states.empty() && !in_list(states, searched_state(flow.state))) return false;
    if (!templates.empty() && !in_list(templates, flow.form->id)) return false;
    Instant at = time_of(flow, order);
    if (at == kNever) return false;
    return (!from || at >= *from) && (!to || at < *to);
  }
};

std::optional<Response> read(const Exchange& x, Wanted& wanted, std::int64_t starts) {
  constexpr std::array<std::string_view, 7> kTypes{"expense", "loan",    "payment", "requisition",
                                                   "custom",  "receipt", "permit"};
  wanted.type = x.target.query("type");
  if (std::ranges::find(kTypes, wanted.type) == kTypes.end()) return error(400, "参数type无法识别");
  wanted.owner = x.target.query("uid");
  wanted.states = x.target.query("state");
  wanted.templates = x.target.query("specificationId");
  wanted.order = order_of(x.target.query("orderBy"));
  wanted.down = x.target.query("orderByType") != "asc";
  std::string_view from = x.target.query("startDate");
  std::string_view to = x.target.query("endDate");
  wanted.from = local_time(from, starts);
  wanted.to = local_time(to, starts);
  if ((!from.empty() && !wanted.from) || (!to.empty() && !wanted.to))
    return error(400, "日期格式不正确");
  if (wanted.order == Order::paid && from.empty() && to.empty())
    return error(400, "按支付日期排序时必须指定日期范围");
  return std::nullopt;
}

}  // namespace

Response Corporation::page_of(std::span<const Flow* const> rows, std::size_t total) const {
  JsonText out;
  out.open().number("count", static_cast<std::int64_t>(total)).name("items").open_list();
  for (const Flow* flow : rows) write_flow(out, *flow, people_, epoch_);
  out.close_list().close();
  return ok(std::move(out));
}

Handled Corporation::list_flows(const Exchange& x, Instant) {
  Wanted wanted;
  if (auto no = read(x, wanted, starts_)) return *no;
  Page page = read_page(x, "start", true);
  if (page.refusal) return *page.refusal;
  std::vector<const Flow*> rows;
  for (const Flow& flow : flows_.all())
    if (wanted.fits(flow) && passes(x, "active", flow.active)) rows.push_back(&flow);
  // Documents lie in the order they were made; turned round first, equal times show the newest
  // first.
  if (wanted.down) std::reverse(rows.begin(), rows.end());
  std::stable_sort(rows.begin(), rows.end(), [&](const Flow* a, const Flow* b) {
    Instant left = time_of(*a, wanted.order);
    Instant right = time_of(*b, wanted.order);
    return wanted.down ? left > right : left < right;
  });
  auto [from, to] = page.within(rows.size());
  return page_of(std::span(rows).subspan(from, to - from), rows.size());
}

Handled Corporation::list_approver_backlog(const Exchange& x, Instant) {
  const std::string& approver = x.values.front();
  if (people_.find(approver) == nullptr) return error(400, "员工不存在");
  Page page = read_page(x, "index", false);
  if (page.refusal) return *page.refusal;
  return page_of(flows_.waiting_for(approver, page.start, page.count), flows_.waiting(approver));
}

std::string Corporation::person_listed(const Exchange& x) const {
  return std::string(x.target.query("uid"));
}

std::string Corporation::person_in_path(const Exchange& x) const { return x.values.front(); }

}  // namespace mayday::hesi
