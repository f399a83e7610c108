#pragma once

#include <map>
#include <string>

#include "claim_book.h"
#include "hesi_documents.h"
#include "sessions.h"

namespace mayday {

/// POST /api/approvals: managers agree to the claims that wait for them, at Hesi or, with manual
/// approval, at the desk itself.
class ApprovalDesk {
 public:
  /// All that is referred to outlives the desk.
  ApprovalDesk(World& world, HesiDocuments& documents, ClaimBook& book,
               const DeskSettings& settings)
      : world_(world), documents_(documents), book_(book), settings_(settings) {}

  /// One batch of the manager's, of whom at most one is under way. What becomes of the claims,
  /// Hesi's messages tell; the answer only counts.
  Task<Response> approve(Session manager, Caller caller);

 private:
  struct Batches {
    int number = 0;
    bool running = false;
  };

  Task<Response> run_batch(Session manager, int number, Caller caller);
  Task<Answer> result_of(std::string approver, Caller batch);

  World& world_;
  HesiDocuments& documents_;
  ClaimBook& book_;
  const DeskSettings& settings_;
  std::map<std::string, Batches> batches_;  // by staff id
};

}  // namespace mayday
