#include "estate_reader.h"

#include <algorithm>

#include "durations.h"
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

/// The host of "http://host:port/path".
std::string host_of(const Node& node) {
  const std::string& url = read_scalar(node, "a URL");
  std::size_t scheme = url.find("://");
  bool http = scheme != std::string::npos &&
              (url.substr(0, scheme) == "http" || url.substr(0, scheme) == "https");
  std::string rest = http ? url.substr(scheme + 3) : "";
  std::string host = rest.substr(0, rest.find_first_of(":/?#"));
  bool plain =
      !host.empty() && host.find('@') == std::string::npos && rest.find('@') == std::string::npos;
  if (!plain)
    node.fail(quote(url) + " is not a URL of a desk; write one like 'http://desk.example:8080'");
  return host;
}

void refuse_own_desk(const Node& url, const std::vector<std::string>& allow_hosts) {
  std::string host = host_of(url);
  if (std::find(allow_hosts.begin(), allow_hosts.end(), host) == allow_hosts.end())
    url.fail("a scenario may not reach " + quote(host) + " unless the command line says --allow " +
             host);
  url.fail("a desk of your own is not supported yet; leave 'url' out to use the built-in desk");
}

void set_if_given(const Fields& fields, std::string_view key, Duration& duration) {
  if (const Node* node = fields.find(key)) duration = read_length(*node);
}

void set_if_given(const Fields& fields, std::string_view key, bool& value) {
  if (const Node* node = fields.find(key)) value = read_switch(*node);
}

DeskPlan read_desk(const Node& node, const std::vector<std::string>& allow_hosts,
                   EstatePlan& estate) {
  Fields fields(node, "the desk",
                {"url", "auth", "patience", "retries", "breaker", "token_cache", "manual_approval",
                 "receiver", "auth_rollout", "latency"});
  if (const Node* url = fields.find("url")) refuse_own_desk(*url, allow_hosts);
  DeskPlan desk;
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
  read_pace(fields, Member::desk, estate);
  return desk;
}

}  // namespace

EstatePlan read_estate(const Node& node, const std::vector<std::string>& allow_hosts) {
  Fields fields(node, "the estate", {"hesi", "airline", "hotel", "payment", "desk"});
  EstatePlan estate;
  if (const Node* hesi = fields.find("hesi")) {
    Fields parts(*hesi, "Hesi", {"staff", "departments", "latency"});
    read_people(parts, estate);
    read_pace(parts, Member::hesi, estate);
  }
  for (Member member : {Member::airline, Member::hotel, Member::payment})
    if (const Node* vendor = fields.find(to_text(member)))
      read_pace(Fields(*vendor, "the " + std::string(to_text(member)), {"latency"}), member,
                estate);
  if (const Node* desk = fields.find("desk")) estate.desk = read_desk(*desk, allow_hosts, estate);
  return estate;
}

}  // namespace mayday::reader
