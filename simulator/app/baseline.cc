#include "baseline.h"

#include <boost/json/parse.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "mayday/base/input_error.h"

namespace mayday {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kLeeway = 2;  // points: what is lost to luck alone
constexpr std::uintmax_t kMostBytes = 16 << 20;

[[noreturn]] void refuse(const std::string& path, const std::string& why) {
  throw InputError("--baseline " + path + ": " + why);
}

/// In a folder, as `--out` fills it for one scenario or for several.
fs::path score_file(const fs::path& path, const std::string& scenario) {
  if (!fs::is_directory(path)) return path;
  fs::path alone = path / "score.json";
  return fs::exists(alone) ? alone : path / scenario / "score.json";
}

json::object read_score(const fs::path& path) {
  std::error_code failed;
  if (fs::file_size(path, failed) > kMostBytes || failed)
    refuse(path.string(), "cannot be read; give an earlier drill's score.json or its folder");
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  json::value value = json::parse(text, failed);
  if (failed || !value.is_object()) refuse(path.string(), "is no score.json");
  return std::move(value.get_object());
}

}  // namespace

GatePlan baseline_gate(const std::string& path, const std::string& scenario) {
  fs::path file = score_file(path, scenario);
  json::object card = read_score(file);
  const json::value* name = card.if_contains("scenario");
  const json::value* score = card.if_contains("score");
  if (name == nullptr || !name->is_string() || score == nullptr || !score->is_number())
    refuse(file.string(), "is no score.json");
  if (name->get_string() != scenario)
    refuse(file.string(),
           "is a drill of " + std::string(name->get_string()) + ", not of " + scenario);
  return {"baseline", std::llround(std::floor(score->to_number<double>())) - kLeeway};
}

}  // namespace mayday
