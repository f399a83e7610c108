#include "mayday/reports/timeline_csv.h"

#include "mayday/reports/figures.h"
#include "mayday/reports/language.h"
#include "moments.h"
#include "safe_text.h"

namespace mayday {
namespace {

/// One cell for both languages: once where they agree.
std::string said(const Text& text) {
  const std::string& zh = in(text, Language::zh);
  const std::string& en = in(text, Language::en);
  return zh == en ? zh : zh + " / " + en;
}

}  // namespace

std::string timeline_csv(const Scorecard& card, const std::vector<Event>& events) {
  std::string out =
      "\xEF\xBB\xBF\"seconds\",\"clock\",\"lane\",\"who\",\"what_zh\",\"what_en\",\"detail\"\r\n";
  for (const Moment& moment : moments(card, events)) {
    for (const std::string& cell : {seconds(moment.at.since_start), clock(moment.at), moment.lane,
                                    said(moment.who), moment.what.zh, moment.what.en})
      out += csv_cell(cell) + ",";
    out += csv_cell(said(moment.detail)) + "\r\n";
  }
  return out;
}

}  // namespace mayday
