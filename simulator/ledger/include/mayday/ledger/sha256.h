#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace mayday {

/// SHA-256 of one text after the other. To set one up costs more than to hash a ledger line.
class Sha256 {
 public:
  Sha256();
  ~Sha256();

  /// Lower-case hex.
  std::string hex(std::string_view bytes);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace mayday
