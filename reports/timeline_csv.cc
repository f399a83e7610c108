#include "mayday/reports/timeline_csv.h"

#include "figures.h"
#include "moments.h"
#include "safe_text.h"

namespace mayday {

std::string timeline_csv(const Scorecard& card, const std::vector<Event>& events) {
  std::string out =
      "\xEF\xBB\xBF\"seconds\",\"clock\",\"lane\",\"who\",\"what_zh\",\"what_en\",\"detail\"\r\n";
  for (const Moment& moment : moments(card, events)) {
    for (const std::string& cell : {seconds(moment.at.since_start), clock(moment.at), moment.lane,
                                    moment.who, moment.what.zh, moment.what.en})
      out += csv_cell(cell) + ",";
    out += csv_cell(moment.detail) + "\r\n";
  }
  return out;
}

}  // namespace mayday
