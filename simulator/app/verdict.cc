#include "verdict.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "mayday/base/check.h"
#include "mayday/base/input_error.h"
#include "mayday/ledger/events.h"
#include "mayday/scoring/profile.h"
#include "mayday/scoring/score.h"

namespace mayday {
namespace {

constexpr std::uintmax_t kMostProfileBytes = 64 << 10;

}  // namespace

std::string profile_text(const std::string& name_or_path) {
  if (name_or_path == "enterprise" || name_or_path == "1-5-10") return name_or_path;
  std::error_code failed;
  std::string text;
  if (std::filesystem::is_regular_file(name_or_path, failed) &&
      std::filesystem::file_size(name_or_path, failed) <= kMostProfileBytes) {
    std::ifstream file(name_or_path, std::ios::binary);
    text.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  if (text.empty())
    throw InputError(
        "--profile " + name_or_path +
        ": there is no such profile; there are enterprise and 1-5-10, or give the path "
        "of a profile's JSON file, of at most 64 KiB");
  find_profile(text, name_or_path);
  return text;
}

Scorecard score_ledger(const StoredLedger& ledger, const std::string& profile) {
  std::string text =
      profile.empty() ? as<events::Open>(ledger.events.front()).profile : profile_text(profile);
  Scorecard card = score(ledger.events, find_profile(text), ledger.head);
  card.torn = ledger.torn;
  return card;
}

int exit_code(const Scorecard& card) {
  if (card.verdict == "pass") return 0;
  return card.verdict == "fail" ? 1 : 3;
}

}  // namespace mayday
