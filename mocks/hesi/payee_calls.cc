#include "fixtures.h"
#include "lists.h"
#include "operations.h"
#include "shapes.h"
#include "template_fields.h"

namespace mayday::hesi {
namespace {

struct Payee {
  std::string_view id;
  std::string_view name;
  std::string_view card;
  std::string_view staff;
  bool active = true;
};

constexpr std::string_view kLin = "Kq7DrillCorp00:ID01drStfLin01";
constexpr Payee kPayees[] = {
    {"ID01drPayee001", "林晓", "6200000000000001", kLin, true},
    {"ID01drPayee002", "林晓", "6200000000000002", kLin, false},
};

void write_payee(JsonText& out, const Payee& one, Epoch epoch) {
  out.open().text("id", one.id).text("sort", "BANK").text("name", one.name);
  out.text("cardNo", one.card).text("type", "个人账户").text("owner", "INDIVIDUAL");
  out.text("staffId", one.staff).text("bank", "Drill Bank").text("branch", "Drill Bank Hangzhou");
  out.null("bankLinkNo").null("certificateType").null("certificateNo").flag("active", one.active);
  write_visibility(out, {});
  out.text("remark", "").null("customFields").null("nationCode");
  out.number("createTime", epoch.ms(kLongAgo)).number("updateTime", epoch.ms(kLongAgo)).close();
}

bool in(std::string_view list, std::string_view value) {
  return std::ranges::count(comma_list(list), value) > 0;
}

/// The three filters add up; without any, all pass.
bool wanted(const Exchange& x, const Payee& one) {
  std::string_view ids = x.target.query("ids");
  std::string_view names = x.target.query("names");
  std::string_view cards = x.target.query("cardNos");
  bool filtered = !(ids.empty() && names.empty() && cards.empty());
  bool hit = in(ids, one.id) || in(names, one.name) || in(cards, one.card);
  // A disabled account only shows when somebody asks for disabled ones and says which.
  if (!one.active)
    return filtered && hit && x.target.has("active") && x.target.query("active") != "true";
  return passes(x, "active", true) && (!filtered || hit);
}

Handled list_payees(Tenant& tenant, const Exchange& x, Instant) {
  if (auto no = missing(x, {"ids", "names", "cardNos"})) return *no;
  Page page = read_page(x, "start", true);
  if (page.refusal) return *page.refusal;
  Dates dates = read_dates(x, tenant.starts);
  if (dates.refusal) return *dates.refusal;
  std::vector<const Payee*> rows;  // all were last changed at one time, so any order is in order
  for (const Payee& one : kPayees)
    if (wanted(x, one) && dates.hold(kLongAgo)) rows.push_back(&one);
  return page_of_rows(
      rows, page, [&](JsonText& out, const Payee& one) { write_payee(out, one, tenant.epoch); });
}

constexpr Operation kOperations[] = {
    {"GET", "/api/openapi/v2.1/payeeInfos", "listPayees", list_payees},
};

}  // namespace

OperationList payee_operations() { return kOperations; }

}  // namespace mayday::hesi
