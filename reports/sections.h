#pragma once

#include <string>
#include <vector>

#include "mayday/scoring/scorecard.h"
#include "moments.h"

/// The page's sections, from top to bottom, as HTML.
namespace mayday {

/// Title, verdict, score with its interval, and whatever a reader must know before believing it.
std::string head_section(const Scorecard& card);

/// The seven bars beside the costliest gaps.
std::string bars_section(const Scorecard& card);

/// Each fault with its true cause, its reach, the grade over time and the stamps.
std::string faults_section(const Scorecard& card);

/// How travellers fared, in business units.
std::string impact_section(const Scorecard& card);

/// Gates, caps and what was taken off.
std::string gates_section(const Scorecard& card);

/// Location attempts, notices, tickets, alerts and incidents, each with what was found.
std::string locations_section(const Scorecard& card);
std::string notices_section(const Scorecard& card);
std::string tickets_section(const Scorecard& card);
std::string alerts_section(const Scorecard& card);

/// What the desk and the vendors disagree about at the end.
std::string books_section(const Scorecard& card);

std::string improvements_section(const Scorecard& card);

/// The whole story as a table, folded away.
std::string moments_section(const std::vector<Moment>& story);

/// What it takes to check or repeat this result.
std::string provenance_section(const Scorecard& card);

}  // namespace mayday
