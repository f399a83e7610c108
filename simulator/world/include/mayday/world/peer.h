#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "mayday/base/http_address.h"
#include "mayday/base/member.h"

namespace mayday {

/// Whom a call goes to: a member of the estate, or an address outside it. Only the live world
/// reaches outside; in the virtual one such a call is refused.
class Peer {
 public:
  Peer(Member member) : member_(member) {}  // NOLINT: most calls go to a member
  explicit Peer(HttpAddress address)
      : outside_(std::make_shared<const HttpAddress>(std::move(address))) {}

  /// The peer of an absolute http or https URL; nothing for anything else.
  static std::optional<Peer> at(std::string_view url) {
    std::optional<HttpAddress> address = parse_http_address(url);
    if (!address) return std::nullopt;
    return Peer(std::move(*address));
  }

  /// Null: a member.
  const HttpAddress* outside() const { return outside_.get(); }
  Member member() const { return member_; }

 private:
  Member member_ = Member::desk;
  std::shared_ptr<const HttpAddress> outside_;
};

}  // namespace mayday
