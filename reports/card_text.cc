#include "card_text.h"

#include <algorithm>

#include "mayday/reports/figures.h"
#include "page.h"
#include "safe_text.h"

namespace mayday {

std::string percentile_of(const Scorecard& card) {
  return card.population.empty() ? "" : std::to_string(card.percentile);
}

std::string instead_of(const Loss& loss) {
  if (loss.instead.zh.empty() && loss.instead.en.empty()) return {};
  return "<p class=\"better\">" + both(loss.instead) +
         (loss.gain > 0 ? " <b>+" + points(loss.gain) + "</b>" : "") + "</p>";
}

std::string event_of(const Loss& loss) {
  if (loss.event.empty()) return {};
  return " <small>" + clock(loss.at) + " " + html(loss.event, 80) + "</small>";
}

std::string words_found(const NoticeCheck& notice, std::string_view element) {
  std::string out;
  for (const auto& found : notice.found)
    if (found.element == element && out.size() < 400)
      out += (out.empty() ? "" : " · ") + html(found.words, 120);
  return out;
}

std::string marked_text(const NoticeCheck& notice, std::size_t most) {
  auto all = notice.found;
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.begin < b.begin; });
  std::string out;
  std::size_t done = 0;
  for (const auto& words : all) {
    auto begin = static_cast<std::size_t>(words.begin);
    auto end = static_cast<std::size_t>(words.end);
    if (begin < done || end <= begin || end > notice.text.size() || out.size() > most) continue;
    out += html(notice.text.substr(done, begin - done), most) + "<mark>" +
           html(notice.text.substr(begin, end - begin), most) + "<sup>" +
           label_of_element(words.element) + "</sup></mark>";
    done = end;
  }
  return out.size() > most ? out : out + html(notice.text.substr(done), most);
}

}  // namespace mayday
