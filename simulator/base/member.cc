#include "mayday/base/member.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <string>

namespace mayday {

std::string_view to_text(Member member) {
  return boost::describe::enum_to_string(member, "unknown");
}

std::string_view to_text(Client client) {
  return boost::describe::enum_to_string(client, "unknown");
}

std::optional<Member> parse_member(std::string_view name) {
  Member member{};
  if (!boost::describe::enum_from_string(std::string(name).c_str(), member)) return std::nullopt;
  return member;
}

}  // namespace mayday
