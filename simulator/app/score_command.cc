#include <iostream>

#include "commands.h"
#include "earlier.h"
#include "mayday/reports/github_annotations.h"
#include "mayday/reports/score_json.h"
#include "mayday/reports/terminal_summary.h"
#include "mayday/reports/write_reports.h"
#include "verdict.h"

namespace mayday {

int score_command(const ScoreOptions& options) {
  StoredLedger ledger = read_ledger_file(options.ledger);
  Scorecard card = score_ledger(ledger, options.profile);
  if (!ledger.torn.empty()) std::cerr << options.ledger << ": " << ledger.torn << "\n";
  std::optional<EarlierRun> earlier = find_earlier(options.compare, options.out, card.scenario);
  if (!options.out.empty()) write_reports(card, ledger.events, options.out, earlier);
  if (options.annotations) std::cerr << github_annotations(card, options.ledger);
  if (options.json) {
    std::cout << score_json(card);
  } else {
    std::cout << terminal_summary(card);
    if (!options.out.empty()) std::cout << "  reports: " << options.out << "/report.html\n";
  }
  return options.reports ? 0 : exit_code(card);
}

}  // namespace mayday
