#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "mayday/base/member.h"

namespace mayday {

/// Whom a call goes to: a member of the estate, or an address outside it. Only the live world
/// reaches outside; in the virtual one such a call is refused.
class Peer {
 public:
  struct Outside {
    bool tls;
    std::string host;  ///< A name or a numeric address, an IPv6 one without its brackets.
    std::uint16_t port;
    std::string authority;  ///< As a Host field names it: "api.example.com", "[::1]:8080".
    std::string path;       ///< Of the URL, "/" at least, with its query.
  };

  Peer(Member member) : member_(member) {}  // NOLINT: most calls go to a member

  /// The peer of an absolute http or https URL; nothing for anything else, nor for one with user
  /// information or a fragment.
  static std::optional<Peer> at(std::string_view url);

  /// Null: a member.
  const Outside* outside() const { return outside_.get(); }
  Member member() const { return member_; }

 private:
  Member member_ = Member::desk;
  std::shared_ptr<const Outside> outside_;
};

}  // namespace mayday
