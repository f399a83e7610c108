#include "mayday/reports/write_reports.h"

#include <filesystem>

#include "mayday/base/input_error.h"
#include "mayday/reports/junit_xml.h"
#include "mayday/reports/report_html.h"
#include "mayday/reports/score_json.h"
#include "mayday/reports/summary_markdown.h"
#include "mayday/reports/timeline_csv.h"
#include "mayday/reports/whole_file.h"

namespace mayday {
void write_reports(const Scorecard& card, const std::vector<Event>& events,
                   const std::string& folder, const std::optional<EarlierRun>& earlier) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed) throw EnvironmentError(folder + ": cannot be made: " + failed.message());
  std::string summary = summary_markdown(card, Language::zh, earlier) + "\n---\n\n" +
                        summary_markdown(card, Language::en, earlier);
  write_whole(folder + "/score.json", score_json(card));
  write_whole(folder + "/junit.xml", junit_xml(card));
  write_whole(folder + "/summary.md", summary);
  write_whole(folder + "/timeline.csv", timeline_csv(card, events));
  write_whole(folder + "/report.html", report_html(card, events, earlier));
}

}  // namespace mayday
