#include "mayday/reports/github_annotations.h"

#include <algorithm>
#include <string_view>

#include "gate_text.h"
#include "mayday/reports/figures.h"
#include "mayday/reports/language.h"
#include "safe_text.h"

namespace mayday {
namespace {

/// GitHub's own escapes: what would end the line, and "%" which begins an escape.
std::string percent_coded(std::string_view text, std::string_view also = {}) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (char c : text) {
    if (c == '%' || c == '\r' || c == '\n' || also.find(c) != std::string_view::npos) {
      auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 0xF];
    } else {
      out += c;
    }
  }
  return out;
}

/// In a property a colon and a comma would end the value.
std::string property(std::string_view text) { return percent_coded(text, ":,"); }

std::string command(std::string_view kind, const std::string& file, std::string_view title,
                    std::string_view message) {
  std::string place = file.empty() ? "" : "file=" + property(visible(file)) + ",";
  return "::" + std::string(kind) + " " + place + "title=" + property(log_text(title, 120)) +
         "::" + percent_coded(log_text(message, 500)) + "\n";
}

std::string standing(const Scorecard& card) {
  return "score " + points(card.score) + " (" + points(card.low) + "–" + points(card.high) + ") " +
         card.letter;
}

}  // namespace

std::string github_annotations(const Scorecard& card, const std::string& file) {
  std::string name = "Mayday " + card.scenario;
  if (card.verdict == "pass") return command("notice", file, name + ": passed", standing(card));
  if (card.verdict != "fail")
    return command("error", file, name + ": " + card.verdict, in(card.why, Language::en));
  std::string out;
  for (const GateResult& gate : card.gates)
    if (!gate.passed)
      out += command("error", file, name + ": gate " + gate.name, gate_sentence(gate));
  for (std::size_t i = 0; i < std::min<std::size_t>(3, card.losses.size()); ++i)
    out += command("warning", file, name + ": " + lost_points(card.losses[i].points),
                   in(card.losses[i].why, Language::en));
  return out;
}

}  // namespace mayday
