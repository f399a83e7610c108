#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mayday/ledger/event.h"
#include "mayday/reports/earlier_run.h"
#include "mayday/scoring/scorecard.h"
#include "moments.h"

/// The page's sections, from top to bottom, as HTML.
namespace mayday {

/// Title, verdict, score with its interval, and whatever a reader must know before believing it.
std::string head_section(const Scorecard& card);

/// The seven bars beside the costliest gaps.
std::string bars_section(const Scorecard& card);

/// This run beside an earlier one; empty without one.
std::string comparison_section(const Scorecard& card, const std::optional<EarlierRun>& earlier);

/// The place where the script draws, and the whole story as a table for those who print, listen or
/// read without it.
std::string timeline_section(const std::vector<Moment>& story);

/// Each fault with its true cause, its reach, the grade over time and the stamps.
std::string faults_section(const Scorecard& card);

/// How travellers fared, in business units.
std::string impact_section(const Scorecard& card);

/// Gates, caps and what was taken off.
std::string gates_section(const Scorecard& card);

/// Every notice, each of the seven elements on a line of its own with the words that named it.
std::string notices_section(const Scorecard& card, const std::vector<Event>& events);

/// Location attempts, alerts and incidents, each with what was found.
std::string locations_section(const Scorecard& card);
std::string alerts_section(const Scorecard& card);

/// How each ticket's clock ran at its vendor, and each piece of evidence in it.
std::string vendor_section(const Scorecard& card, const std::vector<Event>& events);

/// What the desk and the vendors disagree about at the end, by order.
std::string books_section(const Scorecard& card, const std::vector<Event>& events);

/// Hints, pauses and whatever else the facilitator did.
std::string facilitator_section(const std::vector<Event>& events);

std::string improvements_section(const Scorecard& card);

/// What it takes to check or repeat this result.
std::string provenance_section(const Scorecard& card);

}  // namespace mayday
