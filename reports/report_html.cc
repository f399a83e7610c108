#include "mayday/reports/report_html.h"

#include <algorithm>

#include "journey_rates.h"
#include "moments.h"
#include "page.h"
#include "page_files.h"
#include "safe_text.h"
#include "sections.h"
#include "timeline_data.h"
#include "whole_page.h"

namespace mayday {
namespace {

std::vector<WholePage::Place> places() {
  std::vector<WholePage::Place> all;
  for (const char* name : {"timeline", "faults", "notices", "vendor", "books", "improvements"})
    all.push_back({name, label(name)});
  return all;
}

Duration drawn_length(const Scorecard& card) {
  return std::max(
      {Duration{1min}, card.length, card.last == kNever ? Duration{0} : card.last.since_start});
}

std::string content(const Scorecard& card, const std::vector<Event>& events,
                    const std::optional<EarlierRun>& earlier, const std::vector<Moment>& story) {
  return head_section(card) + bars_section(card) + timeline_section(story) +
         comparison_section(card, earlier) + impact_section(card) + faults_section(card) +
         gates_section(card) + locations_section(card) + notices_section(card, events) +
         vendor_section(card, events) + books_section(card, events) + alerts_section(card) +
         facilitator_section(events) + improvements_section(card) + provenance_section(card);
}

}  // namespace

std::string report_html(const Scorecard& card, const std::vector<Event>& events,
                        const std::optional<EarlierRun>& earlier) {
  std::vector<Moment> story = moments(card, events);
  Duration length = drawn_length(card);
  return whole_page({html(card.scenario, 80), places(), content(card, events, earlier, story),
                     timeline_data(card, story, journey_rates(events, length), length),
                     kReportStyle, kReportScript});
}

}  // namespace mayday
