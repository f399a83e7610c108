#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "mayday/base/money.h"
#include "mayday/base/time.h"
#include "mayday/faults/vendor.h"

namespace mayday {

/// What the desk knows of a claim. unknown: handed in, and nobody knows whether Hesi has it.
/// refused: Hesi does not have it and the user was told so.
enum class ClaimState : std::uint8_t { unknown, waiting, approved, rejected, refused };

/// An expense claim in the desk's own records.
class Claim {
 public:
  Claim() = default;

  std::string order;    ///< The desk's order number; Hesi keeps it as the document's outer code.
  std::string flow;     ///< Hesi's document id, once known.
  std::string request;  ///< Id of the last request to Hesi that handed it in.
  std::string staff;
  std::string department;
  std::string title;
  std::string date;
  Money amount;
  Instant handed_in;
  ClaimState state = ClaimState::unknown;
  bool manual = false;  ///< Approved at the desk itself.
  bool posted = false;  ///< And by now at Hesi too.
  std::vector<std::int64_t> journeys;
};

/// All claims, in the order they were handed in.
class ClaimBook {
 public:
  using Index = std::size_t;

  Index open(Claim claim);
  const Claim& at(Index index) const { return claims_[index]; }
  std::size_t size() const { return claims_.size(); }

  /// Hesi has it as document `flow`; it waits for approval, or is what Hesi has already reported.
  void accept(Index index, const std::string& flow);
  void handed_in_by(Index index, std::string request) {
    claims_[index].request = std::move(request);
  }
  void refuse(Index index) { settle(index, ClaimState::refused); }
  /// Hesi reported the document decided. A second report, and one that contradicts what the user
  /// has been told, change nothing.
  void decide(const std::string& flow, ClaimState decision);
  void mark_posted(Index index) { claims_[index].posted = true; }

  /// Approves all claims of the department that wait, at the desk; how many.
  std::int64_t approve_manually(const std::string& department);

  const Claim* find(std::string_view order) const;
  const Claim* find_flow(const std::string& flow) const;
  std::vector<Index> waiting_of(const std::string& department) const;
  std::size_t waiting() const { return waiting_.size(); }
  /// When the oldest waiting claim was handed in; kNever when none waits.
  Instant oldest_waiting() const;

  void add_to(std::vector<BookEntry>& books) const;

 private:
  void settle(Index index, ClaimState state);

  std::vector<Claim> claims_;
  std::unordered_map<std::string, Index> by_order_, by_flow_;  // looked up, never walked
  std::unordered_map<std::string, ClaimState> early_;          // reports on documents not yet known
  std::set<Index> waiting_;
  std::map<std::string, std::set<Index>> waiting_by_department_;
};

}  // namespace mayday
