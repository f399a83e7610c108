#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <fstream>
#include <iostream>
#include <sstream>

#include "commands.h"
#include "control_client.h"
#include "mayday/base/input_error.h"
#include "mayday/world/router.h"

namespace mayday {
namespace {

std::string text_of(const std::string& file) {
  std::ostringstream text;
  if (file == "-") {
    text << std::cin.rdbuf();
    return text.str();
  }
  std::ifstream in(file);
  if (!in) throw InputError(file + ": cannot be read; give a file with one fault, or - ");
  text << in.rdbuf();
  return text.str();
}

json::object ask(const ControlClient& control, const FaultOptions& options) {
  if (options.verb == "add") return control.ask("POST", "/v1/faults", text_of(options.what));
  if (options.verb == "heal")
    return control.ask("DELETE", "/v1/faults/" + encode(options.what), {});
  if (options.verb == "cue") return control.ask("POST", "/v1/cues/" + encode(options.what), {});
  if (options.verb == "list") return control.get("/v1/faults");
  return control.ask("POST", "/v1/" + options.verb, {});
}

void print_list(const json::object& answer) {
  if (answer.at("stopped").as_bool()) std::cout << "the emergency stop holds\n";
  for (const json::value& row : answer.at("faults").as_array()) {
    const json::object& fault = row.as_object();
    auto text = [&](std::string_view name) { return std::string(fault.at(name).as_string()); };
    std::string ended = text("ended_by");
    std::cout << fmt::format("{:<28} {:<8} {:<14} {:<8} {:>6} bites{}\n", text("id"),
                             text("vendor"), text("effect"), text("state"),
                             fault.at("bites").as_int64(), ended.empty() ? "" : ", by " + ended);
  }
}

}  // namespace

int fault_command(const FaultOptions& options) {
  ControlClient control(options.ready_file, options.estate);
  json::object answer = ask(control, options);
  if (options.json) {
    std::cout << json::serialize(answer) << "\n";
  } else if (options.verb == "list") {
    print_list(answer);
  } else {
    std::cout << "done\n";
  }
  return 0;
}

}  // namespace mayday
