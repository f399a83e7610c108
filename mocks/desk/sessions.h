#pragma once

#include <string>
#include <unordered_map>

#include "mayday/base/member.h"

namespace mayday {

/// A person who is logged in.
class Session {
 public:
  Session() = default;

  std::string staff;
  std::string name;
  std::string code;
  std::string department;
  bool manager = false;
  Client client = Client::pc;
};

/// Who is logged in, by session id. A session lasts as long as the desk.
class Sessions {
 public:
  void open(const std::string& id, Session session) { known_[id] = std::move(session); }
  /// The session of an Authorization header, or nullptr.
  const Session* find(std::string_view authorization) const {
    constexpr std::string_view kScheme = "Bearer ";
    if (!authorization.starts_with(kScheme)) return nullptr;
    auto found = known_.find(std::string(authorization.substr(kScheme.size())));
    return found == known_.end() ? nullptr : &found->second;
  }

 private:
  std::unordered_map<std::string, Session> known_;  // looked up, never walked
};

}  // namespace mayday
