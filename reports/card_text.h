#pragma once

#include <string>
#include <string_view>

#include "mayday/scoring/scorecard.h"

/// What a scorecard explains, as text for the page (HTML where it says so) and the summary.
namespace mayday {

/// "72": of a hundred simulated teams so many scored lower; empty when it was compared with none.
std::string percentile_of(const Scorecard& card);

/// HTML: the nearest better action in this very drill, and what it would have earned.
std::string instead_of(const Loss& loss);

/// HTML: the event that cost it, where there was one.
std::string event_of(const Loss& loss);

/// HTML: the words of a notice's free text that were taken for an element.
std::string words_found(const NoticeCheck& notice, std::string_view element);

/// HTML: a notice's words, with those marked that were taken for an element.
std::string marked_text(const NoticeCheck& notice, std::size_t most);

}  // namespace mayday
