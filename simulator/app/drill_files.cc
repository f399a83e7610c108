#include "drill_files.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <filesystem>

#include "mayday/base/input_error.h"
#include "mayday/scoring/score.h"
#include "verdict.h"

namespace mayday {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kMostBytes = 1LL << 30;

LedgerFile file_at(const fs::directory_entry& entry, const fs::path& folder) {
  auto written = std::chrono::file_clock::to_sys(entry.last_write_time()).time_since_epoch();
  return {entry.path().lexically_relative(folder).string(),
          static_cast<std::int64_t>(entry.file_size()),
          std::chrono::duration_cast<std::chrono::nanoseconds>(written).count()};
}

/// A live drill's lines say when they were written; a virtual one's must not.
std::int64_t when_it_was(const StoredLedger& ledger, const LedgerFile& file) {
  std::string wall = ledger.events.front().wall;
  wall = wall.substr(0, wall.find_first_of(".Z")) + "Z";
  std::int64_t at = parse_rfc3339(wall).count();
  return at >= 0 ? at : file.modified / std::nano::den;
}

/// JSON holds nothing but UTF-8, and the records are JSON.
bool is_utf8(const std::string& text) {
  std::error_code wrong;
  json::parse(json::serialize(json::value(text)), wrong);
  return !wrong;
}

void enter(Catalogue& catalogue, const std::string& folder, const LedgerFile& file) {
  if (file.bytes > kMostBytes) throw InputError("is larger than 1 GiB");
  if (!is_utf8(file.path)) throw InputError("its path is not UTF-8; rename the folder");
  StoredLedger ledger = read_ledger_file((fs::path(folder) / file.path).string());
  if (!ledger.closed) throw InputError("this drill still runs, or was cut off");
  DrillRecord record = record_of(score_ledger(ledger, ""));
  record.ledger = file.path;
  record.when = when_it_was(ledger, file);
  catalogue.enter(file, record);
}

}  // namespace

std::vector<LedgerFile> ledgers_below(const std::string& folder) {
  if (!fs::is_directory(folder))
    throw InputError(folder +
                     ": there is no such folder; name one that drills wrote to with --out");
  std::vector<LedgerFile> found;
  for (const fs::directory_entry& entry :
       fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied))
    if (entry.path().filename() == "ledger.jsonl" && !entry.is_symlink() && entry.is_regular_file())
      found.push_back(file_at(entry, folder));
  std::sort(found.begin(), found.end(),
            [](const LedgerFile& a, const LedgerFile& b) { return a.path < b.path; });
  return found;
}

std::vector<std::string> bring_up_to_date(Catalogue& catalogue, const std::string& folder,
                                          const std::vector<LedgerFile>& ledgers) {
  std::vector<std::string> left_out;
  catalogue.begin();
  catalogue.keep_only(ledgers);
  for (const LedgerFile& file : ledgers) {
    if (catalogue.knows(file, std::string(kScoringModel))) continue;
    try {
      enter(catalogue, folder, file);
    } catch (
        const std::exception& error) {  // one that cannot be read takes none of the others along
      left_out.push_back(file.path + ": " + error.what());
    }
  }
  catalogue.commit();
  return left_out;
}

}  // namespace mayday
