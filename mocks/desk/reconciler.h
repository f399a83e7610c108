#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "access_log.h"
#include "hesi_documents.h"
#include "mayday/desk/desk.h"
#include "trip_desk.h"

namespace mayday {

/// Compares the desk's records with the vendors' and repairs by asking them: resolves what is
/// unknown, posts manual approvals to Hesi, gives back flights without rooms. It changes no state
/// that a user has been told, other than "unknown" and "approving".
class Reconciler {
 public:
  /// Names the manager of a department; empty when it has none.
  using ManagerOf = std::function<std::string(const std::string& department)>;

  /// How long an order may take: what is younger and not settled is no difference yet.
  struct InFlight {
    Duration claims{0};
    Duration trips{0};
  };

  /// All that is referred to outlives the reconciler.
  Reconciler(World& world, HesiDocuments& documents, ClaimBook& claims, TripDesk& trip_desk,
             TripBook& trips, AccessLog& log, InFlight in_flight, ManagerOf manager_of)
      : world_(world),
        documents_(documents),
        claims_(claims),
        trip_desk_(trip_desk),
        trips_(trips),
        log_(log),
        in_flight_(in_flight),
        manager_of_(std::move(manager_of)) {}

  /// One run. Posting takes more than a minute for every ten claims of a manager, as Hesi requires.
  /// `caller` names the run.
  Task<DeskReconciliation> run(Caller caller);

 private:
  using Listed = std::map<std::string, Document>;  // by order number
  using Claims = std::vector<ClaimBook::Index>;
  enum class Verdict : std::uint8_t { same, repaired, to_post, open };
  class Batch;

  Task<DeskReconciliation> compare_claims(Caller caller);
  Task<DeskReconciliation> compare_trips(Caller caller);
  Task<bool> list(Listed& listed, Caller caller);
  Verdict judge(ClaimBook::Index index, const Document& document);
  bool may_differ(ClaimBook::Index index, const Document& document) const;
  bool in_flight(const Claim& claim) const;
  bool in_flight(const Trip& trip) const;
  void note(const Claim& claim, ClaimState before, const Document& document);
  void note(const Trip& trip);

  Task<void> post(Claims claims, Caller caller);
  Task<void> post_batch(Batch batch, Caller caller);
  Task<void> confirm(Claims claims, Caller caller);

  World& world_;
  HesiDocuments& documents_;
  ClaimBook& claims_;
  TripDesk& trip_desk_;
  TripBook& trips_;
  AccessLog& log_;
  InFlight in_flight_;
  ManagerOf manager_of_;
};

}  // namespace mayday
