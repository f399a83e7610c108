#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "figures.h"
#include "page.h"
#include "safe_text.h"

/// What a scorecard says only when its model explains that much: each of these is empty for a
/// scorecard that has no such member.
namespace mayday {

/// "72" of a hundred simulated teams that scored lower.
template <class Card>
std::string percentile_of(const Card& card) {
  if constexpr (requires { card.percentile; })
    return card.population.empty() ? "" : std::to_string(card.percentile);
  return {};
}

/// The nearest better action in this very drill, and what it would have earned.
template <class CostlyLoss>
std::string instead_of(const CostlyLoss& loss) {
  if constexpr (requires { loss.instead; }) {
    if (loss.instead.zh.empty() && loss.instead.en.empty()) return {};
    return "<p class=\"better\">" + both(loss.instead) +
           (loss.gain > 0 ? " <b>+" + points(loss.gain) + "</b>" : "") + "</p>";
  }
  return {};
}

/// The event that cost it, where there was one.
template <class CostlyLoss>
std::string event_of(const CostlyLoss& loss) {
  if constexpr (requires { loss.event; })
    return loss.event.empty()
               ? ""
               : " <small>" + clock(loss.at) + " " + html(loss.event, 80) + "</small>";
  return {};
}

/// The words of a notice's free text that were taken for an element.
template <class Notice>
std::string words_found(const Notice& notice, std::string_view element) {
  std::string out;
  if constexpr (requires { notice.found; })
    for (const auto& found : notice.found)
      if (found.element == element && out.size() < 400)
        out += (out.empty() ? "" : " · ") + html(found.words, 120);
  return out;
}

/// A notice's words as HTML, with those marked that were taken for an element.
template <class Notice>
std::string marked_text(const Notice& notice, std::size_t most) {
  if constexpr (requires { notice.found; }) {
    auto found = notice.found;
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.begin < b.begin; });
    std::string out;
    std::size_t done = 0;
    for (const auto& words : found) {
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
  return html(notice.text, most);
}

}  // namespace mayday
