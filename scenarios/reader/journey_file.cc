#include "journey_file.h"

#include <algorithm>

#include "durations.h"
#include "scalars.h"
#include "step_reader.h"

namespace mayday::reader {
namespace {

/// The path of the file that `name` asks for. `what` is "journey" or "round".
std::string find_file(const Node& name, std::string_view what, const Library& library) {
  const std::string& text = read_name(name, "the name of a " + std::string(what));
  std::string path = library.find("journeys/" + text + ".yaml");
  if (!path.empty()) return path;
  std::vector<std::string> names = library.names("journeys");
  name.fail("unknown " + std::string(what) + " " + quote(text) +
            suggestion(text, Names(names.begin(), names.end())));
}

/// A file says its own name, so that a copy under another name is noticed.
void check_own_name(const Node& node, const std::string& expected) {
  const std::string& text = read_scalar(node, "the name");
  if (text != expected)
    node.fail("this file is called " + quote(expected + ".yaml") + ", so the name here must be " +
              quote(expected) + ", not " + quote(text));
}

std::vector<std::string> functions_of(const std::vector<Step>& steps) {
  std::vector<std::string> functions;
  for (const Step& step : steps)
    if (std::find(functions.begin(), functions.end(), step.function) == functions.end())
      functions.push_back(step.function);
  return functions;
}

RoundPlan read_round(const Node& name, const Library& library) {
  Document document(find_file(name, "round", library));
  Fields fields(document.root(), "a round",
                {"round", "title", "who", "every", "patience", "steps"});
  RoundPlan round;
  check_own_name(fields.need("round"), name.text);
  round.kind = name.text;
  if (const Node* title = fields.find("title")) read_text(*title, "the title");
  read_choice(fields.need("who"), "kind of person", {"manager"});
  round.every = read_length(fields.need("every"));
  round.patience = read_length(fields.need("patience"));
  round.steps = read_steps(fields.need("steps"));
  return round;
}

}  // namespace

JourneyFile read_journey(const Node& name, const Library& library) {
  Document document(find_file(name, "journey", library));
  Fields fields(document.root(), "a journey",
                {"journey", "title", "good_within", "patience", "needs", "steps"});
  JourneyFile file;
  JourneyPlan& journey = file.journey;
  check_own_name(fields.need("journey"), name.text);
  journey.kind = name.text;
  journey.title = read_text(fields.need("title"), "the title");
  journey.good_within = read_length(fields.need("good_within"));
  journey.patience = read_length(fields.need("patience"));
  journey.steps = read_steps(fields.need("steps"));
  journey.functions = functions_of(journey.steps);
  if (const Node* needs = fields.find("needs"))
    for (const Node* round : one_or_many(*needs))
      file.rounds.push_back(read_round(*round, library));
  return file;
}

}  // namespace mayday::reader
