#include <algorithm>
#include <limits>
#include <set>

#include "alerts_file.h"
#include "brief_reader.h"
#include "combination.h"
#include "durations.h"
#include "estate_reader.h"
#include "fault_reader.h"
#include "journeys_reader.h"
#include "library.h"
#include "mayday/base/input_error.h"
#include "mayday/reader/scenario.h"
#include "safety_reader.h"
#include "scalars.h"
#include "scenario_checks.h"
#include "vendor_reader.h"
#include "vocabulary_file.h"

namespace mayday {
namespace {

using namespace reader;  // NOLINT: this file is the reader's, only its results are not

const Names kKeys = {"scenario", "extends",    "combine", "parameters", "title",  "origin",
                     "tags",     "objectives", "roles",   "canary",     "expect", "length",
                     "seed",     "starts",     "estate",  "journeys",   "faults", "safety",
                     "vendors",  "injects",    "hints",   "responders", "gates"};

constexpr std::int64_t kStarts = 1772413200;  // 2026-03-02T01:00:00Z, nine on a Monday in Beijing
constexpr Seed kSeed = 1;
constexpr Duration kShortest = 1min;
constexpr Duration kLongest = 24h;

void read_head(const Fields& fields, const LoadOptions& options, Plan& plan) {
  plan.scenario = read_name(fields.need("scenario"), "a scenario's name");
  plan.title = read_text(fields.need("title"), "the title");
  if (const Node* origin = fields.find("origin")) plan.origin = read_scalar(*origin, "the origin");
  if (const Node* tags = fields.find("tags"))
    for (const Node* tag : one_or_many(*tags)) plan.tags.push_back(read_name(*tag, "a tag"));
  const Node& length = fields.need("length");
  plan.length = read_length(length);
  if (plan.length < kShortest || plan.length > kLongest)
    length.fail("a drill lasts from 1m to 24h, not " + to_text(plan.length));
  plan.seed = kSeed;
  if (const Node* seed = fields.find("seed"))
    plan.seed = static_cast<Seed>(
        read_integer(*seed, "the seed", 0, std::numeric_limits<std::int64_t>::max()));
  plan.starts = kStarts;
  if (const Node* starts = fields.find("starts")) {
    plan.starts = parse_rfc3339(read_scalar(*starts, "the start")).count();
    if (plan.starts < 0)
      starts->fail(quote(starts->text) + " is not a time; write one like '2026-03-02T01:00:00Z'");
  }
  if (options.seed) plan.seed = *options.seed;
  if (options.starts) plan.starts = *options.starts;
}

std::string find_shared_file(const Node& root, const Library& library, const std::string& name) {
  std::string path = library.find(name);
  if (path.empty()) root.fail(Library::absence(name));
  return path;
}

void read_alert_rules(const Node& root, const Library& library, Plan& plan) {
  std::string path = find_shared_file(root, library, "alerts.yaml");
  std::set<std::string> running;
  for (const JourneyPlan& journey : plan.journeys) running.insert(journey.kind);
  for (AlertRule& rule : read_alerts(path, plan.vocabulary, library.names("journeys")))
    if (rule.measure == Measure::http_errors || running.contains(rule.journey))
      plan.alerts.push_back(std::move(rule));
}

GatePlan read_gate(const Entry& entry) {
  const Node& limit = entry.value;
  if (entry.key == "recover") return {entry.key, read_length(limit).count()};
  if (entry.key == "lost_orders")
    return {entry.key, read_integer(limit, "a number of orders", 0, 1'000'000)};
  return {entry.key, read_integer(limit, "a number of points", 0, 100)};
}

std::vector<GatePlan> read_gates(const Node& node) {
  Fields fields(node, "the gates",
                {"score", "recover", "lost_orders", "d1", "d2", "d3", "d4", "d5", "d6", "d7"});
  std::vector<GatePlan> gates;
  for (const Entry& entry : node.entries) gates.push_back(read_gate(entry));
  return gates;
}

void read_responders(const Node& node, const Library& library, LoadedScenario& loaded) {
  expect_map(node, "the list of responders");
  for (const Entry& entry : node.entries) {
    const std::string& relative = read_relative_path(entry.value, "a responder's file");
    std::string path = library.find(relative);
    if (path.empty()) entry.value.fail(Library::absence(relative));
    load_responder(path, &loaded.plan);  // what is wrong in it is said now, not mid-drill
    loaded.responders.emplace_back(entry.key, path);
  }
}

void read_body(const Fields& fields, const Library& library, const LoadOptions& options,
               LoadedScenario& loaded) {
  Plan& plan = loaded.plan;
  plan.vocabulary = read_vocabulary(find_shared_file(fields.node(), library, "vocabulary.yaml"));
  if (const Node* estate = fields.find("estate"))
    plan.estate = read_estate(*estate, options.allow_hosts);
  if (const Node* journeys = fields.find("journeys")) read_journeys(*journeys, library, plan);
  const Node* vendors = fields.find("vendors");
  if (vendors != nullptr) plan.vendors = read_vendors(*vendors);
  read_alert_rules(fields.node(), library, plan);
  if (const Node* safety = fields.find("safety")) plan.safety = read_safety(*safety, plan.journeys);
  const Node* faults = fields.find("faults");
  if (faults != nullptr) plan.faults = read_faults(*faults, plan);
  if (vendors != nullptr) check_fixes(*vendors, plan.faults);
  if (const Node* injects = fields.find("injects"))
    plan.injects = read_injects(*injects, plan.length);
  if (const Node* gates = fields.find("gates")) plan.gates = read_gates(*gates);
  if (const Node* responders = fields.find("responders"))
    read_responders(*responders, library, loaded);
  if (const Node* hints = fields.find("hints")) plan.hints = read_hints(*hints);
  plan.brief = read_brief(fields, plan, loaded.responders);
  loaded.warnings = find_warnings(plan, faults);
}

}  // namespace

LoadedScenario load_scenario(const std::string& path, const LoadOptions& options) {
  WrittenScenario written(path, kKeys);
  Fields fields(written.root(), "a scenario", kKeys);
  LoadedScenario loaded;
  read_head(fields, options, loaded.plan);
  read_body(fields, Library(folder_of(path), options.library), options, loaded);
  return loaded;
}

Plan default_estate(const LoadOptions& options) {
  Plan plan;
  plan.scenario = "estate";
  plan.title = {"演练环境", "The estate"};
  plan.length = kForever;
  plan.seed = options.seed.value_or(kSeed);
  plan.starts = options.starts.value_or(kStarts);
  std::string words =
      options.library.empty() ? "" : Library(options.library, "").find("vocabulary.yaml");
  if (!words.empty()) plan.vocabulary = read_vocabulary(words);
  return plan;
}

FaultPlan read_fault(const std::string& text, const Plan& plan, Instant now) {
  Document document(std::make_unique<Source>("the fault", text));
  return read_added_fault(document.root(), plan, now);
}

GatePlan parse_gate(const std::string& text) {
  std::string line = text;
  std::size_t equals = line.find('=');
  if (equals == std::string::npos)
    throw InputError("--gate " + text + ": write KEY=VALUE, as in score=80 or recover=60m");
  line.replace(equals, 1, ": ");
  Document document(std::make_unique<Source>("--gate", line + "\n"));
  return read_gates(document.root()).front();
}

Duration parse_length(const std::string& option, const std::string& text) {
  Document document(std::make_unique<Source>(option, text + "\n"));
  return read_duration(document.root());
}

}  // namespace mayday
