#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "mayday/catalogue/drill_record.h"

namespace mayday {

/// A ledger's file as it was when its drill was entered. Another size or time: it is read anew.
struct LedgerFile {
  std::string path;  ///< Below the catalogue's folder.
  std::int64_t bytes = 0;
  std::int64_t modified = 0;  ///< Nanoseconds since 1970.
};

/// Drills by their ledgers' files, in a SQLite file with one table, `drill`. It is derived:
/// deleting it loses nothing but the time to read the ledgers again. One process writes at a time,
/// another waits for it a while. EnvironmentError when the file cannot be used; a file of an older
/// layout, or one that is no catalogue, is an InputError that says to delete or name another. For
/// one thread.
class Catalogue {
 public:
  /// Opens the file, made when missing.
  explicit Catalogue(const std::string& path);
  ~Catalogue();
  Catalogue(const Catalogue&) = delete;
  Catalogue& operator=(const Catalogue&) = delete;

  /// True when the file was entered as it is, scored by this model.
  bool knows(const LedgerFile& file, const std::string& model) const;

  void enter(const LedgerFile& file, const DrillRecord& record);

  /// Forgets the drills whose ledgers are none of these.
  void keep_only(const std::vector<LedgerFile>& files);

  /// Every drill, by when it was, then by path; with a scenario's name only that one's.
  std::vector<DrillRecord> drills(const std::string& scenario = {}) const;

  /// All between these two, or nothing.
  void begin();
  void commit();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace mayday
