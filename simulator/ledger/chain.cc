#include "mayday/ledger/event.h"
#include "mayday/ledger/sha256.h"

namespace mayday {

std::string to_line(const Event& event, std::string_view prev) {
  json::value kind(event.kind);
  json::value t(event.t.since_start.count());
  json::value before(prev);
  json::value wall(event.wall);
  std::vector<MemberView> members = {{"kind", &kind}, {"t", &t}, {"prev", &before}};
  members.reserve(event.body.size() + 4);
  if (!event.wall.empty()) members.emplace_back("wall", &wall);
  for (const auto& member : event.body) members.emplace_back(member.key(), &member.value());
  std::string out;
  out.reserve(512);
  canonical(members, out);
  return out;
}

std::string sha256_hex(std::string_view bytes) { return Sha256().hex(bytes); }

std::string first_prev() { return std::string(64, '0'); }

}  // namespace mayday
