#include "gate_text.h"

#include "mayday/reports/figures.h"
#include "mayday/reports/language.h"
#include "words.h"

namespace mayday {
namespace {

std::string timed(std::int64_t ns) { return length(Duration{ns}); }

}  // namespace

std::string gate_limit(const GateResult& gate) {
  if (gate.name == "recover") return "≤ " + timed(gate.limit);
  if (gate.name == "lost_orders") return "≤ " + std::to_string(gate.limit);
  return "≥ " + points(gate.limit * 100);
}

std::string gate_actual(const GateResult& gate) {
  if (gate.name == "recover") return timed(gate.actual);
  return gate.name == "lost_orders" ? std::to_string(gate.actual) : points(gate.actual);
}

Text gate_name(const GateResult& gate) { return name_of("gate", gate.name); }

std::string gate_sentence(const GateResult& gate) {
  std::string text =
      gate.name + ": " + gate_actual(gate) + " reached, " + gate_limit(gate) + " asked";
  const std::string& note = in(gate.note, Language::en);
  return note.empty() ? text : text + " (" + note + ")";
}

}  // namespace mayday
