#include <cstdint>
#include <fstream>
#include <string>

#include "mayday/base/input_error.h"
#include "mayday/reader/scenario.h"

/// The reader's promise: any bytes come to a plan or to an InputError, and to nothing else. Each
/// input is read as a whole scenario, and as one fault for an estate that runs.
namespace mayday {
namespace {

const std::string& library() {
  static const std::string folder = std::string(MAYDAY_SOURCE_DIR) + "/scenarios";
  return folder;
}

void read_as_scenario(const std::string& text) {
  static const std::string path = "fuzzed-scenario.yaml";
  std::ofstream(path, std::ios::binary) << text;
  LoadOptions options;
  options.library = library();
  load_scenario(path, options);
}

void read_as_fault(const std::string& text) {
  static const Plan estate = [] {
    LoadOptions options;
    options.library = library();
    return load_scenario(library() + "/hesi-approval-timeout.yaml", options).plan;
  }();
  read_fault(text, estate, Instant{10min});
}

template <class Read>
void attempt(Read read, const std::string& text) {
  try {
    read(text);
  } catch (const InputError&) {  // as promised
  }
}

}  // namespace
}  // namespace mayday

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  mayday::attempt(mayday::read_as_scenario, text);
  mayday::attempt(mayday::read_as_fault, text);
  return 0;
}
