#pragma once

#include "mayday/scoring/profile.h"
#include "mayday/scoring/timeline.h"

namespace mayday {

// The seven dimensions of one fault. Each fills id, name, applies, value, mark, note and parts;
// weights and points come later, when it is known which dimensions apply (total.h).

/// D1: the best of all matched sightings, by how early and by whose eyes.
Dimension detection(const FaultTimeline& fault, const Profile& profile);

/// D2: opening an incident, and giving it the right level early and as it changes.
Dimension grading(const FaultTimeline& fault, const Profile& profile);

/// What the nth location (from 0) of a fault earns by itself, ppm; nothing from the fourth on.
Ppm location_value(const FaultTimeline& fault, const Profile& profile, std::size_t nth);

/// D3: the best of the first three answers to "where, what, whose".
Dimension location(const FaultTimeline& fault, const Profile& profile);

/// D4: users served again, everything normal again, and shown to be.
Dimension recovery(const FaultTimeline& fault, const Profile& profile);

/// D5: what travellers were told, when and how truly.
Dimension communication(const FaultTimeline& fault, const Profile& profile);

/// D6: the vendor called in, with evidence, held to its clock and heard.
Dimension vendor_work(const FaultTimeline& fault, const Profile& profile);

/// D7: no order lost, none doubled, and the bad ones known.
Dimension data(const FaultTimeline& fault, const Profile& profile);

/// All seven, in order, with the rule for faults that were seen but not handled.
std::vector<Dimension> dimensions(const FaultTimeline& fault, const Profile& profile);

/// P from 0.85, S from 0.65, M from 0.35, else U.
std::string mark(Ppm value);

}  // namespace mayday
