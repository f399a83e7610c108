#pragma once

#include <string>

#include "claim_book.h"
#include "hesi_documents.h"
#include "sessions.h"

namespace mayday {

/// Expense claims as travellers see them: hand in, follow. Hesi holds the documents; the desk keeps
/// its own record.
class ClaimDesk {
 public:
  /// `starts` is seconds since 1970 at drill time zero. All that is referred to outlives the desk.
  ClaimDesk(World& world, HesiDocuments& documents, ClaimBook& book, std::int64_t starts)
      : world_(world), documents_(documents), book_(book), starts_(starts) {}

  /// POST /api/claims.
  Task<Response> hand_in(Session who, json::object wish, Caller caller);
  /// GET /api/claims/{claim}.
  Response show(const Session& who, std::string_view order) const;

 private:
  std::string new_order() const;

  World& world_;
  HesiDocuments& documents_;
  ClaimBook& book_;
  std::int64_t starts_;
};

}  // namespace mayday
