#include "estate_reader.h"

#include <algorithm>
#include <optional>

#include "durations.h"
#include "mayday/base/desk_switches.h"
#include "mayday/base/http_address.h"
#include "names.h"
#include "scalars.h"
#include "staff.h"

namespace mayday::reader {
namespace {

constexpr std::int64_t kMostStaff = 5000;
constexpr std::int64_t kStaffPerDepartment = 16;

void read_pace(const Fields& fields, Member member, EstatePlan& estate) {
  if (const Node* latency = fields.find("latency"))
    estate.paces.push_back({member, read_duration(*latency)});
}

void read_people(const Fields& hesi, EstatePlan& estate) {
  const Node* staff = hesi.find("staff");
  const Node* departments = hesi.find("departments");
  if (staff == nullptr) {
    if (departments != nullptr) departments->fail("departments need people: give 'staff' as well");
    return;
  }
  std::int64_t people = read_integer(*staff, "staff", 1, kMostStaff);
  std::int64_t parts = std::max<std::int64_t>(1, people / kStaffPerDepartment);
  if (departments != nullptr) parts = read_integer(*departments, "departments", 1, people);
  add_staff(estate, static_cast<std::size_t>(people), static_cast<std::size_t>(parts));
}

/// Where a scenario may send calls: only to hosts that the command line allows.
std::string read_address(const Node& node, const std::string& whose,
                         const std::vector<std::string>& allow_hosts) {
  const std::string& url = read_scalar(node, "a URL");
  std::optional<HttpAddress> address = parse_http_address(url);
  if (!address || address->path != "/")
    node.fail(quote(url) + " is not a URL of " + whose +
              "; write scheme, host and port, like 'http://travel.example:8080'");
  if (std::find(allow_hosts.begin(), allow_hosts.end(), address->host) == allow_hosts.end())
    node.fail("a scenario may not reach " + quote(address->host) +
              " unless the command line says --allow " + address->host);
  return url;
}

void read_vendor(const Fields& fields, Member member, const std::vector<std::string>& allow_hosts,
                 EstatePlan& estate) {
  read_pace(fields, member, estate);
  if (const Node* url = fields.find("upstream"))
    estate.upstreams.push_back({member, read_address(*url, "a vendor", allow_hosts)});
}

void set_if_given(const Fields& fields, std::string_view key, Duration& duration) {
  if (const Node* node = fields.find(key)) duration = read_length(*node);
}

void set_if_given(const Fields& fields, std::string_view key, bool& value) {
  if (const Node* node = fields.find(key)) value = read_switch(*node);
}

/// A desk that is not ours has no settings that a scenario could choose.
void refuse_settings(const Fields& fields) {
  for (const Entry& entry : fields.node().entries)
    if (entry.key != "url")
      entry.value.fail(quote(entry.key) +
                       " is a setting of the built-in desk; leave it out beside 'url'");
}

DeskPlan read_desk(const Node& node, const std::vector<std::string>& allow_hosts,
                   EstatePlan& estate) {
  Names known = {"url",          "auth",        "patience",        "retries",
                 "breaker",      "token_cache", "manual_approval", "receiver",
                 "auth_rollout", "latency"};
  for (const DeskSwitch& one : kDeskSwitches) known.push_back(one.name);
  Fields fields(node, "the desk", known);
  DeskPlan desk;
  if (const Node* url = fields.find("url")) {
    desk.url = read_address(*url, "a desk", allow_hosts);
    refuse_settings(fields);
  }
  if (const Node* auth = fields.find("auth")) desk.auth = read_setting("auth", *auth).value;
  set_if_given(fields, "patience", desk.patience);
  if (const Node* retries = fields.find("retries"))
    desk.retries = static_cast<int>(read_integer(*retries, "retries", 0, 100));
  if (const Node* breaker = fields.find("breaker")) {
    Fields parts(*breaker, "a breaker", {"failures", "open"});
    desk.breaker_failures =
        static_cast<int>(read_integer(parts.need("failures"), "failures", 1, 1000));
    set_if_given(parts, "open", desk.breaker_open);
  }
  set_if_given(fields, "token_cache", desk.token_cache);
  set_if_given(fields, "manual_approval", desk.manual_approval);
  set_if_given(fields, "receiver", desk.receiver);
  set_if_given(fields, "auth_rollout", desk.auth_rollout);
  for (const DeskSwitch& one : kDeskSwitches)
    if (const Node* position = fields.find(one.name))
      desk.switches = with_switch(std::move(desk.switches), one,
                                  read_setting(std::string(one.name), *position).value);
  read_pace(fields, Member::desk, estate);
  return desk;
}

}  // namespace

EstatePlan read_estate(const Node& node, const std::vector<std::string>& allow_hosts) {
  Fields fields(node, "the estate", {"hesi", "airline", "hotel", "payment", "desk"});
  EstatePlan estate;
  if (const Node* hesi = fields.find("hesi")) {
    Fields parts(*hesi, "Hesi", {"staff", "departments", "latency", "upstream"});
    read_people(parts, estate);
    read_vendor(parts, Member::hesi, allow_hosts, estate);
  }
  for (Member member : {Member::airline, Member::hotel, Member::payment})
    if (const Node* vendor = fields.find(to_text(member)))
      read_vendor(Fields(*vendor, "the " + std::string(to_text(member)), {"latency", "upstream"}),
                  member, allow_hosts, estate);
  if (const Node* desk = fields.find("desk")) estate.desk = read_desk(*desk, allow_hosts, estate);
  return estate;
}

}  // namespace mayday::reader
