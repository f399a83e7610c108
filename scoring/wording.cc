#include "mayday/scoring/wording.h"

#include <algorithm>
#include <optional>

#include "pattern_pack.h"
#include "spoken_time.h"

namespace mayday {
namespace {

constexpr std::size_t kMostText = 4096;
constexpr std::size_t kMostGap = 60;  // bytes: twenty Chinese characters
constexpr Duration kDay = 24h;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Where a phrase was found, and the time in it.
struct Hit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::optional<SpokenTime> time;
};

/// Looks for phrases of one language in one text.
class PhraseSearch {
 public:
  PhraseSearch(std::string_view text, const PatternPack& pack) : text_(text), pack_(pack) {
    for (char c : text) lower_ += lower(c);
  }

  std::optional<Hit> first(const std::vector<Phrase>& phrases) const {
    for (const Phrase& phrase : phrases)
      for (std::size_t begin = 0; begin < text_.size(); ++begin)
        if (std::optional<Hit> hit = at(phrase, begin)) return hit;
    return std::nullopt;
  }

  /// As `first`, leaving out what stands in a clause with one of `unless`.
  std::optional<Hit> first_unless(const std::vector<Phrase>& phrases,
                                  const std::vector<std::string>& unless) const {
    for (const Phrase& phrase : phrases)
      for (std::size_t begin = 0; begin < text_.size(); ++begin) {
        std::optional<Hit> hit = at(phrase, begin);
        if (hit && !says_one_of(clause_round(*hit), unless)) return hit;
      }
    return std::nullopt;
  }

 private:
  std::optional<Hit> at(const Phrase& phrase, std::size_t begin) const {
    Hit hit{begin, begin, {}};
    if (inside_word(begin) || !follow(phrase, 0, hit) || negated(begin)) return std::nullopt;
    return hit;
  }

  bool inside_word(std::size_t begin) const {
    if (begin == 0) return false;
    if (is_digit(text_[begin]) && is_digit(text_[begin - 1])) return true;
    return pack_.whole_words && is_letter(text_[begin]) && is_letter(text_[begin - 1]);
  }

  bool negated(std::size_t begin) const {
    std::string_view before = std::string_view(lower_).substr(0, begin);
    return std::any_of(pack_.negators.begin(), pack_.negators.end(),
                       [&](const std::string& word) { return before.ends_with(word); });
  }

  /// Goes on from `hit.end` with the piece number `next`.
  bool follow(const Phrase& phrase, std::size_t next, Hit& hit) const {
    if (next == phrase.size()) return true;
    const std::string& piece = phrase[next];
    if (piece == "{gap}") return skip_gap(phrase, next + 1, hit);
    if (next > 0) skip_spaces(hit);
    if (piece == "{time}") return take_time(hit) && follow(phrase, next + 1, hit);
    if (piece == "{number}") return take_number(hit) && follow(phrase, next + 1, hit);
    if (std::string_view(lower_).substr(hit.end, piece.size()) != piece) return false;
    hit.end += piece.size();
    return follow(phrase, next + 1, hit);
  }

  bool skip_gap(const Phrase& phrase, std::size_t next, Hit& hit) const {
    std::size_t from = hit.end;
    for (std::size_t gap = 0; gap <= kMostGap && from + gap <= text_.size(); ++gap) {
      if (gap > 0 && ends_clause(from + gap - 1)) return false;
      Hit further{hit.begin, from + gap, hit.time};
      bool inside_number = from + gap < text_.size() && from + gap > 0 &&
                           is_digit(text_[from + gap]) && is_digit(text_[from + gap - 1]);
      if (inside_number || !follow(phrase, next, further)) continue;
      hit = further;
      return true;
    }
    return false;
  }

  void skip_spaces(Hit& hit) const {
    while (hit.end < text_.size() && text_[hit.end] == ' ') ++hit.end;
  }

  bool take_time(Hit& hit) const {
    hit.time = spoken_time(text_.substr(hit.end));
    if (hit.time) hit.end += hit.time->length;
    return hit.time.has_value();
  }

  bool take_number(Hit& hit) const {
    std::size_t start = hit.end;
    while (hit.end < text_.size() &&
           (is_digit(text_[hit.end]) || (hit.end > start && text_[hit.end] == '-')))
      ++hit.end;
    return hit.end > start;
  }

  bool ends_clause(std::size_t at) const {
    return std::any_of(
        pack_.clause_ends.begin(), pack_.clause_ends.end(),
        [&](const std::string& mark) { return text_.substr(at, mark.size()) == mark; });
  }

  std::string_view clause_round(const Hit& hit) const {
    std::size_t begin = hit.begin;
    while (begin > 0 && !ends_clause(begin - 1)) --begin;
    std::size_t end = hit.end;
    while (end < text_.size() && !ends_clause(end)) ++end;
    return std::string_view(lower_).substr(begin, end - begin);
  }

  static bool says_one_of(std::string_view clause, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return clause.find(word) != std::string_view::npos;
    });
  }

  std::string_view text_;
  const PatternPack& pack_;
  std::string lower_;
};

/// The next moment at which clocks show that time of day.
Instant next_time_of_day(Duration of_day, const PatternPack& pack, Instant issued,
                         std::int64_t starts) {
  Duration now = issued.since_start + std::chrono::seconds{starts} +
                 std::chrono::minutes{pack.utc_offset_minutes};
  Duration ahead = (of_day - now % kDay + kDay) % kDay;
  return issued + ahead;
}

Instant moment_of(const SpokenTime& time, const PatternPack& pack, Instant issued,
                  std::int64_t starts) {
  return time.clock ? next_time_of_day(time.value, pack, issued, starts) : issued + time.value;
}

void read_by(const PatternPack& pack, std::string_view text, Instant issued, std::int64_t starts,
             Wording& to) {
  PhraseSearch search(text, pack);
  auto note = [&](const std::string& element, const std::optional<Hit>& hit) {
    bool known = std::any_of(to.found.begin(), to.found.end(),
                             [&](const WordsFound& f) { return f.element == element; });
    if (!hit || known) return;
    to.found.push_back(
        {element, pack.language, std::string(text.substr(hit->begin, hit->end - hit->begin)),
         static_cast<std::int64_t>(hit->begin), static_cast<std::int64_t>(hit->end)});
  };
  for (const auto& [element, phrases] : pack.elements) note(element, search.first(phrases));
  std::optional<Hit> eta = search.first_unless(pack.eta, pack.eta_unless);
  if (eta && to.eta == kNever) to.eta = moment_of(*eta->time, pack, issued, starts);
  note("next", eta);
  note("next", search.first(pack.next));
  note("recovered", search.first_unless(pack.recovered, pack.recovered_unless));
}

}  // namespace

Wording read_wording(std::string_view text, std::string_view language, Instant issued,
                     std::int64_t starts) {
  Wording wording;
  text = text.substr(0, kMostText);
  for (const PatternPack& pack : pattern_packs())
    if (language.empty() || language == pack.language) read_by(pack, text, issued, starts, wording);
  return wording;
}

}  // namespace mayday
