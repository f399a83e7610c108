#include "course_tools.h"

namespace mayday {
namespace {

constexpr int kMostNotices = 12;

/// One notice; better teams leave out less.
json::object notice_at(const CourseTools& tools, Instant at, Instant better) {
  json::object body;
  json::array channels;
  for (auto [channel, of] : {std::pair{"mail", 960}, {"announcement", 800}, {"oa", 650}})
    if (tools.manages("channel/" + std::string(channel), of)) channels.emplace_back(channel);
  body["channels"] = std::move(channels);
  body["audience"] = tools.manages("audience", 800) ? "affected" : "managers";
  for (auto [element, of] : {std::pair{"impact", 960},
                             {"measures", 940},
                             {"since", 700},
                             {"workaround", 600},
                             {"contact", 600},
                             {"compensation", 450}})
    if (tools.manages("element/" + std::string(element), of)) body[element] = "told";
  if (tools.manages("estimate", 700)) {
    Duration ahead = std::max<Duration>(5min, better - at);
    body["eta_minutes"] =
        tools.skill.guesses(tools.fault.id + "/estimate" + std::to_string(at.since_start / 1s),
                            ahead) /
        1min;
  }
  return body;
}

}  // namespace

void tell_users(const CourseTools& tools, Instant declared, const Outlook& outlook, Instant end) {
  if (!tools.manages("tell", 960)) return;
  Instant at =
      std::max(declared, tools.later(tools.truth.symptom, "notice", ordinary(tools.pace.notice)));
  if (!tools.manages("honest", 920) && outlook.over > at + 10min)
    tools.act(at + (outlook.over - at) / 2, "notice",
              {{"channels", json::array{"mail"}}, {"recovered", true}});
  for (int n = 0; n < kMostNotices && at < end; ++n) {
    tools.act(at, "notice", notice_at(tools, at, outlook.better));
    if (at >= outlook.over) break;
    at = tools.later(at, "cadence" + std::to_string(n), tools.pace.gap);
  }
}

}  // namespace mayday
