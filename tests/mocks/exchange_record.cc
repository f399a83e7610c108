#include "exchange_record.h"

#include <boost/json/serialize.hpp>
#include <filesystem>
#include <fstream>

#include "mayday/base/check.h"
#include "mayday/base/json.h"

namespace mayday {
namespace {

/// The record of the test that runs in this process; each run begins it anew.
std::ofstream& record_file() {
  static std::ofstream file = [] {
    std::filesystem::path path(MAYDAY_EXCHANGES);
    std::filesystem::create_directories(path.parent_path());
    return std::ofstream(path, std::ios::trunc);
  }();
  return file;
}

json::array fields(const Headers& headers) {
  json::array all;
  for (const auto& [name, value] : headers) all.push_back(json::array{name, value});
  return all;
}

}  // namespace

void record(const Exchange& x, const Response& answer) {
  json::object line{
      {"vendor", to_text(x.vendor)},
      {"operation", x.operation},
      {"altered", !x.accepted_auth.empty()},
      {"method", x.request.method},
      {"target", x.request.target},
      {"headers", fields(x.request.headers)},
      {"body", x.request.body},
      {"answer",
       {{"status", answer.status}, {"headers", fields(answer.headers)}, {"body", answer.body}}}};
  record_file() << json::serialize(line) << std::endl;
  MAYDAY_ASSERT(record_file().good());
}

}  // namespace mayday
