#include "reconciler.h"

#include <algorithm>

#include "routes.h"

namespace mayday {
namespace {

constexpr std::size_t kBatchMax = HesiDocuments::kBatchMax;
constexpr Duration kBetweenBatches = 65s;  // Hesi asks for more than a minute
constexpr Duration kTakesEffect = 6s;

/// What a document's state at Hesi means for a claim.
ClaimState meaning(const std::string& document_state) {
  if (document_state == "rejected") return ClaimState::rejected;
  bool agreed = document_state == "paying" || document_state == "PROCESSING" ||
                document_state == "paid" || document_state == "archived";
  if (agreed) return ClaimState::approved;
  bool waits = document_state == "pending" || document_state == "approving";
  return waits ? ClaimState::waiting : ClaimState::unknown;
}

std::string_view said_here(ClaimState state) {
  switch (state) {
    case ClaimState::waiting:
      return "approving";
    case ClaimState::approved:
      return "approved";
    case ClaimState::rejected:
      return "rejected";
    case ClaimState::unknown:
    case ClaimState::refused:
      break;
  }
  return "unknown";
}

std::string said_at_hesi(const Document& document) {
  if (document.lookup == Lookup::absent) return "not there";
  return document.lookup == Lookup::found ? document.state : "not to be read";
}

std::string_view trouble_of(const Trip& trip) {
  if (!trip.stored) return "not in the order database";
  return trip.uncertain() ? "unknown" : "a flight without its room";
}

/// The caller for the part of a run that is about one order.
Caller about(const Caller& run, const std::string& order, std::string_view what,
             const std::vector<std::int64_t>& journeys) {
  Caller caller(run.origin, run.name + "/" + order + "/" + std::string(what));
  caller.origin.journeys = journeys;
  return caller;
}

}  // namespace

/// Up to ten claims that one manager agrees to at once.
class Reconciler::Batch {
 public:
  Batch(std::string who, Claims which, std::string call_name)
      : manager(std::move(who)), claims(std::move(which)), name(std::move(call_name)) {}

  std::string manager;
  Claims claims;
  std::string name;
};

Task<DeskReconciliation> Reconciler::run(Caller caller) {
  DeskReconciliation claims = co_await compare_claims(caller);
  DeskReconciliation trips = co_await compare_trips(caller);
  claims.compared += trips.compared;
  claims.differences += trips.differences;
  claims.repaired += trips.repaired;
  claims.open.insert(claims.open.end(), trips.open.begin(), trips.open.end());
  co_return claims;
}

Task<DeskReconciliation> Reconciler::compare_claims(Caller caller) {
  DeskReconciliation sum;
  Claims to_post;
  std::size_t claims = claims_.size();  // those that come in meanwhile are for the next run
  Listed listed;
  bool complete = co_await list(listed, caller);
  for (ClaimBook::Index index = 0; index < claims; ++index) {
    ClaimState before = claims_.at(index).state;
    if (before == ClaimState::refused) continue;
    if (before == ClaimState::unknown && in_flight(claims_.at(index))) continue;
    ++sum.compared;
    std::string order = claims_.at(index).order;
    Document document = listed[order];
    // The list lags behind the documents: what it seems to say otherwise, the document itself must
    // say.
    bool asks = may_differ(index, document) && (complete || document.lookup == Lookup::found);
    if (asks) {
      Caller asking = about(caller, order, "compare", claims_.at(index).journeys);
      document = co_await documents_.look_up(order, std::move(asking));
    }
    Verdict verdict = judge(index, document);
    bool settling = verdict == Verdict::open && in_flight(claims_.at(index));
    if (verdict == Verdict::same || settling) continue;
    ++sum.differences;
    // That Hesi has yet to hear of what was approved here is no surprise.
    if (verdict != Verdict::to_post) note(claims_.at(index), before, document);
    if (verdict == Verdict::repaired) ++sum.repaired;
    if (verdict == Verdict::to_post) to_post.push_back(index);
    if (verdict == Verdict::open) sum.open.push_back(order);
  }
  co_await post(to_post, caller);
  for (ClaimBook::Index index : to_post) {
    if (claims_.at(index).posted) ++sum.repaired;
    if (!claims_.at(index).posted) sum.open.push_back(claims_.at(index).order);
  }
  co_return sum;
}

// The list and its filler are parts of the same run: `listed` lives in the frame that waits.
Task<bool> Reconciler::list(Listed& listed, Caller caller) {
  for (std::size_t start = 0;; start += DocumentPage::kSize) {
    Caller asking(caller.origin, caller.name + "/page" + std::to_string(start));
    DocumentPage page = co_await documents_.page(start, std::move(asking));
    if (!page.good) co_return false;
    for (Document& document : page.documents) {
      std::string order = document.order;
      if (!order.empty()) listed[order] = std::move(document);
    }
    if (page.documents.size() < DocumentPage::kSize) co_return true;
  }
}

bool Reconciler::in_flight(const Claim& claim) const {
  return world_.now() - claim.handed_in < in_flight_.claims;
}

/// What the order database has lost is told to be done already.
bool Reconciler::in_flight(const Trip& trip) const {
  return trip.stored && world_.now() - trip.asked < in_flight_.trips;
}

/// A line about the request that handed the claim in.
void Reconciler::note(const Claim& claim, ClaimState before, const Document& document) {
  LogLine line;
  line.at = world_.now();
  line.out = true;
  line.where = to_text(Member::hesi);
  line.operation = facts(Operation::create_flow).name;
  line.request_id = claim.request;
  line.error = "differs";
  line.note = claim.order + ": " + std::string(said_here(before)) + " here, " +
              said_at_hesi(document) + " at Hesi";
  log_.add(std::move(line));
}

/// A line about the request that asked for the trip.
void Reconciler::note(const Trip& trip) {
  LogLine line;
  line.at = world_.now();
  line.where = patterns()[static_cast<std::size_t>(Route::book_trip)].path;
  line.request_id = trip.request;
  line.error = "differs";
  line.note = trip.order + ": " + std::string(trouble_of(trip));
  log_.add(std::move(line));
}

bool Reconciler::may_differ(ClaimBook::Index index, const Document& document) const {
  return document.lookup != Lookup::found || meaning(document.state) != claims_.at(index).state;
}

Reconciler::Verdict Reconciler::judge(ClaimBook::Index index, const Document& document) {
  ClaimState before = claims_.at(index).state;
  if (document.lookup == Lookup::unknown) return Verdict::open;
  if (document.lookup == Lookup::absent) {
    if (before != ClaimState::unknown) return Verdict::open;  // told yes, and nobody has it
    claims_.refuse(index);
    return Verdict::repaired;
  }
  ClaimState at_hesi = meaning(document.state);
  if (at_hesi == ClaimState::unknown) return Verdict::open;
  if (before == ClaimState::unknown) claims_.accept(index, document.flow);
  if (at_hesi != ClaimState::waiting) claims_.decide(document.flow, at_hesi);
  ClaimState after = claims_.at(index).state;
  if (after == at_hesi) return before == after ? Verdict::same : Verdict::repaired;
  bool postable = claims_.at(index).manual && at_hesi == ClaimState::waiting;
  return postable ? Verdict::to_post : Verdict::open;
}

Task<void> Reconciler::post(Claims claims, Caller caller) {
  std::map<std::string, Claims> by_manager;
  for (ClaimBook::Index index : claims)
    by_manager[manager_of_(claims_.at(index).department)].push_back(index);
  by_manager.erase(std::string());
  // Every manager's next ten, then a pause, until all have been through.
  for (std::size_t from = 0; !by_manager.empty(); from += kBatchMax) {
    if (from > 0) co_await world_.sleep(kBetweenBatches);
    Claims sent;
    for (auto at = by_manager.begin(); at != by_manager.end();) {
      const Claims& all = at->second;
      auto first = all.begin() + static_cast<std::ptrdiff_t>(from);
      auto last = all.begin() + static_cast<std::ptrdiff_t>(std::min(from + kBatchMax, all.size()));
      sent.insert(sent.end(), first, last);
      Batch batch(at->first, Claims(first, last),
                  caller.name + "/post/" + at->first + "/" + std::to_string(from));
      bool done = last == all.end();
      co_await post_batch(std::move(batch), caller);
      at = done ? by_manager.erase(at) : std::next(at);
    }
    co_await world_.sleep(kTakesEffect);
    co_await confirm(std::move(sent), caller);
  }
}

Task<void> Reconciler::post_batch(Batch batch, Caller caller) {
  Origin origin = caller.origin;
  origin.staff = batch.manager;
  origin.department = claims_.at(batch.claims.front()).department;
  std::vector<std::string> flows;
  for (ClaimBook::Index index : batch.claims) {
    const Claim& claim = claims_.at(index);
    flows.push_back(claim.flow);
    origin.journeys.insert(origin.journeys.end(), claim.journeys.begin(), claim.journeys.end());
  }
  // Whatever the answer says, the documents themselves are asked afterwards.
  Caller asking(std::move(origin), std::move(batch.name));
  Answer receipt =
      co_await documents_.agree(std::move(batch.manager), std::move(flows), std::move(asking));
  static_cast<void>(receipt);
}

Task<void> Reconciler::confirm(Claims claims, Caller caller) {
  for (ClaimBook::Index index : claims) {
    if (claims_.at(index).posted) continue;  // Hesi has already sent word
    std::string order = claims_.at(index).order;
    Caller asking = about(caller, order, "confirm", claims_.at(index).journeys);
    Document document = co_await documents_.look_up(std::move(order), std::move(asking));
    bool agreed =
        document.lookup == Lookup::found && meaning(document.state) == ClaimState::approved;
    if (agreed) claims_.mark_posted(index);
  }
}

Task<DeskReconciliation> Reconciler::compare_trips(Caller caller) {
  DeskReconciliation sum;
  std::size_t trips = trips_.size();
  for (TripBook::Index index = 0; index < trips; ++index) {
    const Trip& trip = trips_.at(index);
    bool sound = trip.stored && !trip.uncertain() && !trip.stray();
    if (!sound && in_flight(trip)) continue;
    ++sum.compared;
    if (sound) continue;
    ++sum.differences;
    note(trip);
    std::string order = trips_.at(index).order;
    Caller asking = about(caller, order, "settle", {});
    bool settled = co_await trip_desk_.settle(index, std::move(asking));
    if (settled) ++sum.repaired;
    if (!settled) sum.open.push_back(order);
  }
  co_return sum;
}

}  // namespace mayday
