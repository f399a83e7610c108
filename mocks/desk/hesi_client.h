#pragma once

#include <string>

#include "caller.h"
#include "mayday/desk/token_cache.h"
#include "vendor_calls.h"

namespace mayday {

/// A business call at Hesi, still without a token.
class HesiCall {
 public:
  HesiCall(Operation what, std::string_view verb, std::string where, Origin who,
           std::string call_name)
      : operation(what),
        method(verb),
        path(std::move(where)),
        origin(std::move(who)),
        name(std::move(call_name)) {}

  Operation operation;
  std::string method;
  std::string path;
  std::string query;  ///< "&name=value" pairs after the token.
  std::string body;
  Origin origin;
  std::string name;
};

/// The desk's side of the Hesi open platform: gets tokens, keeps them, presents them, and speaks
/// both of Hesi's auth versions.
class HesiClient {
 public:
  /// `starts` is seconds since 1970 at drill time zero. All that is referred to outlives the
  /// client.
  HesiClient(World& world, VendorCalls& calls, const DeskSettings& settings, std::int64_t starts);

  /// The answer to a call made with a token, renewed once or exchanged for one of the other kind as
  /// the auth mode allows. When no token was to be had, the answer is that of the token call.
  Task<Answer> call(HesiCall call);

  /// Speaks as `mode` says from now on.
  void set_mode(AuthMode mode);
  void forget_token();

 private:
  class Grant;
  Task<Grant> grant(const HesiCall& call, int attempts_before);
  void refused(const Grant& grant, AuthEvent how);
  std::int64_t wall_ms() const;

  World& world_;
  VendorCalls& calls_;
  const DeskSettings& settings_;
  std::int64_t starts_;
  AuthState auth_;
  TokenCache cache_;
};

AuthMode auth_mode(std::string_view text);

}  // namespace mayday
