#include "mayday/reports/summary_markdown.h"

#include <algorithm>

#include "card_text.h"
#include "comparison.h"
#include "gate_text.h"
#include "mayday/reports/figures.h"
#include "safe_text.h"
#include "words.h"

namespace mayday {
namespace {

constexpr std::size_t kRows = 40;

/// Writes one language's Markdown.
class Summary {
 public:
  Summary(const Scorecard& of, Language spoken, const std::optional<EarlierRun>& before)
      : card_(of), language_(spoken), earlier_(before) {}

  std::string write() {
    head();
    gates();
    dimensions();
    gaps();
    comparison();
    phases();
    next();
    foot();
    return std::move(out_);
  }

 private:
  std::string label(std::string_view key) const { return in(word(key), language_); }
  std::string said(const Text& text) const { return markdown(in(text, language_)); }

  void line(const std::string& text = {}) { out_ += text + "\n"; }

  void row(const std::vector<std::string>& cells) {
    out_ += "|";
    for (const std::string& cell : cells)
      out_ += " " + (cell.empty() ? std::string("–") : cell) + " |";
    out_ += "\n";
  }

  void table(std::string_view heading, const std::vector<std::string_view>& columns) {
    line("\n### " + label(heading) + "\n");
    std::vector<std::string> names;
    for (std::string_view column : columns) names.push_back(label(column));
    row(names);
    row(std::vector<std::string>(columns.size(), "---"));
  }

  void head() {
    line("## Mayday: " + said(card_.title));
    line();
    Text verdict = name_of("verdict", card_.verdict);
    line("**" + said(verdict) + "** · " + label("score") + " **" + points(card_.score) + "** (" +
         points(card_.low) + "–" + points(card_.high) + ") · " + label("letter") + " **" +
         markdown(card_.letter) + "** " + said(card_.grade) + percentile());
    if (!in(card_.why, language_).empty()) line("\n> " + said(card_.why));
  }

  std::string percentile() const {
    std::string figure = percentile_of(card_);
    return figure.empty() ? "" : " · " + figure + " " + label("percentile");
  }

  void gates() {
    if (card_.gates.empty()) return;
    table("gates", {"gates", "limit", "actual", "result"});
    for (std::size_t i = 0; i < std::min(kRows, card_.gates.size()); ++i) {
      const GateResult& gate = card_.gates[i];
      row({said(gate_name(gate)), gate_limit(gate), gate_actual(gate),
           gate.passed ? "✓ " + label("passed") : "✗ **" + label("broken") + "**"});
    }
  }

  void dimensions() {
    if (card_.no_fault) return parts();
    table("dimensions", {"dimensions", "mark", "value", "points"});
    for (const Dimension& dimension : card_.dimensions) {
      if (!dimension.applies) {
        row({said(dimension.name), "", label("dropped"), ""});
        continue;
      }
      row({said(dimension.name), said(name_of("mark", dimension.mark)), percent(dimension.value),
           points(dimension.points) + " / " + points((dimension.weight + 50) / 100)});
    }
  }

  void parts() {
    table("no-fault-bars", {"what", "value", "points"});
    for (const Part& part : card_.no_fault_parts)
      row({said(part.note), percent(part.value), points(part.points)});
  }

  void gaps() {
    line("\n### " + label("gaps") + "\n");
    if (card_.losses.empty()) line(label("no-gaps"));
    for (std::size_t i = 0; i < std::min<std::size_t>(3, card_.losses.size()); ++i) {
      const Loss& loss = card_.losses[i];
      line(std::to_string(i + 1) + ". **" + lost_points(loss.points) + "** " + said(loss.why) +
           (loss.fault.empty() ? "" : " (" + markdown(loss.fault, 60) + ")"));
    }
  }

  void comparison() {
    if (!earlier_) return;
    Comparison compared = compare(card_, *earlier_);
    table("comparison", {"what", "earlier", "now", "change"});
    for (const auto* figures : {&compared.points, &compared.stages})
      for (std::size_t i = 0; i < std::min(kRows, figures->size()); ++i) {
        const ComparedFigure& one = (*figures)[i];
        row({said(one.name), one.earlier, one.now, one.change});
      }
    line("\n" + said(compared.finding));
    for (const Text& difference : compared.differences) line("- " + said(difference));
  }

  void phases() {
    if (card_.faults.empty()) return;
    table("phases", {"fault", "phases", "from", "until", "took"});
    std::size_t rows = 0;
    for (const FaultScore& fault : card_.faults)
      for (const Phase& phase : fault.phases) {
        if (++rows > kRows) return;
        Duration took = phase.to == kNever ? kForever : phase.to - phase.from;
        row({markdown(fault.id, 60), said(name_of("phase", phase.name)), clock(phase.from),
             clock(phase.to), length(took)});
      }
  }

  /// What a reader should do with this, most urgent first.
  void next() {
    line("\n### " + label("next") + "\n");
    bool judged = card_.verdict == "pass" || card_.verdict == "fail";
    line("- " + label(!judged ? "go-rerun" : card_.verdict == "fail" ? "go-fix-gates" : "go-keep"));
    std::size_t most = std::min<std::size_t>(3, card_.losses.size());
    for (std::size_t i = 0; i < most; ++i)
      if (!in(card_.losses[i].better, language_).empty())
        line("- **" + lost_points(card_.losses[i].points) + "** → " + said(card_.losses[i].better));
    for (const Text& note : card_.notes) line("- " + label("note") + ": " + said(note));
  }

  void foot() {
    line("\n<sub>" + label("scenario") + " " + markdown(card_.scenario, 80) + " · " +
         label("seed") + " " + std::to_string(card_.seed) + " · " + label("world") + " " +
         markdown(card_.world, 20) + " · " + label("profile") + " " + markdown(card_.profile, 40) +
         " · " + label("head") + " " + markdown(card_.ledger_head, 80) + "</sub>");
  }

  const Scorecard& card_;
  Language language_;
  const std::optional<EarlierRun>& earlier_;
  std::string out_;
};

}  // namespace

std::string summary_markdown(const Scorecard& card, Language language,
                             const std::optional<EarlierRun>& earlier) {
  return Summary(card, language, earlier).write();
}

}  // namespace mayday
