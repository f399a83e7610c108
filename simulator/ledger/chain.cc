#include <openssl/evp.h>

#include "mayday/base/check.h"
#include "mayday/ledger/event.h"

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

std::string sha256_hex(std::string_view bytes) {
  constexpr char kHex[] = "0123456789abcdef";
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  int done = EVP_Digest(bytes.data(), bytes.size(), digest, &size, EVP_sha256(), nullptr);
  MAYDAY_ASSERT(done == 1 && size == 32);
  std::string hex;
  hex.reserve(64);
  for (unsigned int i = 0; i < size; ++i) {
    hex += kHex[digest[i] >> 4];
    hex += kHex[digest[i] & 15];
  }
  return hex;
}

std::string first_prev() { return std::string(64, '0'); }

}  // namespace mayday
