#include "baseline.h"

#include <filesystem>

#include "earlier.h"
#include "mayday/base/input_error.h"
#include "mayday/reports/log_text.h"

namespace mayday {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kLeeway = 2;  // points: what luck alone may cost
constexpr std::int64_t kPoint = 100;

/// In a folder, as `--out` fills it for one scenario or for several.
fs::path score_file(const fs::path& path, const std::string& scenario) {
  if (!fs::is_directory(path)) return path;
  fs::path alone = path / "score.json";
  return fs::exists(alone) ? alone : path / scenario / "score.json";
}

}  // namespace

GatePlan baseline_gate(const std::string& path, const std::string& scenario,
                       const std::string& profile) {
  fs::path file = score_file(path, scenario);
  std::optional<EarlierRun> run = find_earlier(file.string(), {}, scenario);
  if (run->score < 0 || run->score > 100 * kPoint)
    throw InputError(file.string() + ": its score is none of 0 to 100");
  if (run->profile != profile)
    throw InputError(file.string() + ": was scored by the profile '" + log_text(run->profile, 80) +
                     "', not '" + profile + "'; run the drill that is the baseline anew");
  return {"baseline", run->score / kPoint - kLeeway};
}

}  // namespace mayday
