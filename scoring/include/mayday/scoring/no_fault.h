#pragma once

#include "mayday/scoring/facts.h"

namespace mayday {

/// The score of a drill in which nothing was at fault: 15 for being there, 35 for a first look in
/// time, 25 when the vendor's notice was read, 25 for closing with a reason; less 20, 10 or 5 for
/// each incident declared of level 1, 2 or 3 (ungraded: 3) and 2 for each false alert group.
struct NoFault {
  std::int64_t score = 0;  ///< Hundredths of a point, within 0 and 100 points.
  std::vector<Part> parts;
  std::vector<Loss> losses;
};

/// "Looked" is an acknowledgement or triage, counted from the first alert, message or vendor's word
/// (from the start when there was none). The vendor's notice is read by triaging after it came;
/// when no message came at all there is nothing to read, and nothing is lost. Closing counts once
/// something stirred: before that there is nothing to close.
///
/// So a team that does nothing keeps exactly the 15 points of being there, which is the most that
/// the model lets anybody have for nothing: its own table says so, and it is fair, for staying calm
/// is half of what such a drill asks. Sounding no alarm is not worth more than that, or sleeping
/// would beat looking.
NoFault no_fault_score(const Trail& trail, const Findings& found, const Profile& profile);

}  // namespace mayday
