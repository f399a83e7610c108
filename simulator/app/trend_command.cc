#include <chrono>
#include <filesystem>
#include <iostream>

#include "commands.h"
#include "drill_files.h"
#include "mayday/base/input_error.h"
#include "mayday/catalogue/follow_up.h"
#include "mayday/catalogue/trend.h"
#include "mayday/reports/log_text.h"
#include "mayday/reports/trend_html.h"
#include "mayday/reports/trend_text.h"
#include "mayday/reports/whole_file.h"

namespace mayday {
namespace {

namespace fs = std::filesystem;

std::int64_t since(const std::string& date) {
  if (date.empty()) return 0;
  std::optional<std::chrono::sys_days> day = parse_date(date);
  if (!day) throw InputError("--since " + date + ": is no date; write it as 2026-03-01");
  return std::chrono::duration_cast<std::chrono::seconds>(day->time_since_epoch()).count();
}

std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

/// The way from the page to each report that lies beside its drill's ledger.
std::map<std::string, std::string> reports_of(const std::vector<Trend>& trends,
                                              const TrendOptions& options) {
  auto whole = [](const std::string& path) { return fs::absolute(path).lexically_normal(); };
  fs::path page_folder = whole(options.html).parent_path();
  std::map<std::string, std::string> reports;
  for (const Trend& trend : trends)
    for (const ListedDrill& drill : trend.drills) {
      fs::path report = whole(options.folder + "/" + drill.ledger).replace_filename("report.html");
      if (fs::is_regular_file(report))
        reports[drill.ledger] = report.lexically_relative(page_folder).string();
    }
  return reports;
}

}  // namespace

int trend_command(const TrendOptions& options) {
  std::int64_t later_from = since(options.since);
  std::vector<LedgerFile> ledgers = ledgers_below(options.folder);
  Catalogue catalogue(options.catalogue.empty() ? options.folder + "/catalogue.sqlite"
                                                : options.catalogue);
  for (const std::string& line : bring_up_to_date(catalogue, options.folder, ledgers))
    std::cerr << "left out: " << log_text(line) << "\n";
  std::vector<Trend> trends = trends_of(catalogue.drills(options.scenario), later_from);
  if (trends.empty())
    throw InputError(options.folder + ": holds no drill" +
                     (options.scenario.empty() ? "" : " of scenario " + options.scenario));
  std::vector<FollowUp> follow_ups = follow_ups_of(catalogue.drills(), now());
  if (!options.html.empty())
    write_whole(options.html, trend_html({options.folder, options.since, trends, follow_ups,
                                          reports_of(trends, options)}));
  if (options.json) {
    json::object all{{"trends", json::value_from(trends)},
                     {"improvements", json::value_from(follow_ups)}};
    std::cout << canonical(all) << "\n";
    return 0;
  }
  std::cout << trend_text(trends, follow_ups);
  return 0;
}

}  // namespace mayday
