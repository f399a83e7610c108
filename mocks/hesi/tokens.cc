#include "tokens.h"

#include <openssl/evp.h>

#include "directory.h"
#include "mayday/base/check.h"
#include "mayday/base/json_text.h"

namespace mayday::hesi {
namespace {

constexpr std::string_view kAppKey = "5d0c7e11-0a01-4c0d-9b01-d1a100000001";
constexpr std::string_view kAppSecurity = "9f1b2c33-0b02-4d0e-8c02-d1a100000002";

/// RFC 7515's base64url: no padding, and no characters that a URL would escape.
std::string base64url(std::string_view bytes) {
  std::string out(4 * ((bytes.size() + 2) / 3) + 1, '\0');
  int written = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                                reinterpret_cast<const unsigned char*>(bytes.data()),
                                static_cast<int>(bytes.size()));
  out.resize(static_cast<std::size_t>(written));
  while (out.ends_with('=')) out.pop_back();
  for (char& c : out) {
    if (c == '+') c = '-';
    if (c == '/') c = '_';
  }
  return out;
}

std::string with_corporation(std::string id) {
  return std::move(id) + ":" + std::string(kCorporation);
}

}  // namespace

std::string_view to_text(AuthVersion version) { return version == AuthVersion::v1 ? "v1" : "v3"; }

Tokens::Tokens(std::int64_t starts, SignRs256 sign) : starts_(starts), sign_(std::move(sign)) {
  // The contract's expired pair: known, but over before the drill begins.
  keep({"ID01drTokOld01:Kq7DrillCorp00", "ID01drRefOld01:Kq7DrillCorp00", AuthVersion::v1,
        Instant{Duration{-1}}, Instant{Duration{-1}}});
}

bool Tokens::accepts_key(std::string_view key, std::string_view security) const {
  return key == kAppKey && security == kAppSecurity;
}

const Grant& Tokens::issue_v1(Instant now, Duration life) {
  std::string access = ids_.opaque("access");
  std::string refresh = ids_.opaque("refresh");
  return keep({with_corporation(std::move(access)), with_corporation(std::move(refresh)),
               AuthVersion::v1, now, now + life});
}

const Grant& Tokens::issue_v3(Instant now) {
  std::string serial = ids_.opaque("serial");
  std::string refresh = ids_.opaque("refresh");
  std::string access = jwt(serial, now + kTokenLife);
  return keep({std::move(access), std::move(refresh), AuthVersion::v3, now, now + kTokenLife});
}

const Grant* Tokens::valid(std::string_view access, Instant now) const {
  auto found = grants_.find(std::string(access));
  if (found == grants_.end() || now >= found->second.expires) return nullptr;
  return &found->second;
}

const Grant& Tokens::keep(Grant grant) {
  std::string access = grant.access;
  return grants_.insert_or_assign(std::move(access), std::move(grant)).first->second;
}

std::string Tokens::jwt(std::string_view serial, Instant expires) const {
  MAYDAY_ASSERT(sign_ != nullptr);
  JsonText claims;
  claims.open().text("loginType", "openApi").text("loginId", kAppKey).text("rnStr", serial);
  claims.text("corporationId", kCorporation).text("userId", "").name("extInfo").open().close();
  claims.number("exp", starts_ + expires.since_start / 1s).text("scope", "tenant");
  claims.text("version", "v3").flag("shortTermToken", false).close();
  std::string input = base64url(R"({"alg":"RS256"})") + "." + base64url(claims.take());
  std::string signature = sign_(input);
  return input + "." + base64url(signature);
}

}  // namespace mayday::hesi
