#include "mayday/catalogue/catalogue.h"

#include <sqlite3.h>

#include <boost/json/parse.hpp>
#include <set>

#include "mayday/base/input_error.h"

namespace mayday {
namespace {

constexpr int kLayout = 1;  // raised when `drill`'s columns, or what `record` holds, change
constexpr int kPatienceMs = 10'000;

constexpr const char* kTable =
    "CREATE TABLE IF NOT EXISTS drill ("
    " ledger TEXT PRIMARY KEY, bytes INTEGER NOT NULL, modified INTEGER NOT NULL,"
    " started INTEGER NOT NULL, scenario TEXT NOT NULL, world TEXT NOT NULL, seed INTEGER NOT NULL,"
    " profile TEXT NOT NULL, model TEXT NOT NULL, score INTEGER NOT NULL, letter TEXT NOT NULL,"
    " verdict TEXT NOT NULL, ledger_head TEXT NOT NULL, record TEXT NOT NULL) STRICT";

/// One statement, from its text to its last row.
class Statement {
 public:
  Statement(sqlite3* file, const std::string& path, const std::string& text)
      : file_(file), path_(path) {
    check(sqlite3_prepare_v2(file, text.c_str(), -1, &statement_, nullptr));
  }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement() { sqlite3_finalize(statement_); }

  Statement& with(std::int64_t value) {
    check(sqlite3_bind_int64(statement_, ++bound_, value));
    return *this;
  }
  Statement& with(const std::string& value) {
    check(sqlite3_bind_text(statement_, ++bound_, value.data(), static_cast<int>(value.size()),
                            SQLITE_TRANSIENT));
    return *this;
  }

  /// True when there is a row; false when it is over.
  bool step() {
    int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) check(code);
    return code == SQLITE_ROW;
  }
  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
  std::string text(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return bytes == nullptr ? std::string() : std::string(bytes, size);
  }

 private:
  void check(int code) const {
    if (code == SQLITE_OK) return;
    if (code == SQLITE_NOTADB)
      throw InputError(path_ + ": is no catalogue; name another file with --catalogue");
    throw EnvironmentError(path_ + ": the catalogue cannot be used: " + sqlite3_errmsg(file_));
  }

  sqlite3* file_;
  const std::string& path_;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
};

}  // namespace

class Catalogue::Impl {
 public:
  explicit Impl(const std::string& path) : path_(path) {
    int code =
        sqlite3_open_v2(path.c_str(), &file_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    if (code != SQLITE_OK) {
      std::string why = sqlite3_errmsg(file_);
      sqlite3_close(file_);
      throw EnvironmentError(path + ": the catalogue cannot be opened: " + why);
    }
    sqlite3_busy_timeout(file_, kPatienceMs);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() { sqlite3_close(file_); }

  Statement statement(const std::string& text) const { return {file_, path_, text}; }
  void run(const std::string& text) const { statement(text).step(); }

  /// Makes the table, or sees that the one that is there is ours.
  void lay_out() const {
    Statement layout = statement("PRAGMA user_version");
    layout.step();
    std::int64_t found = layout.integer(0);
    Statement tables = statement("SELECT count(*) FROM sqlite_schema");
    tables.step();
    bool empty = tables.integer(0) == 0;
    if (found != kLayout && !(found == 0 && empty))
      throw InputError(
          path_ +
          ": is a SQLite file of another layout; when it is an older catalogue, delete "
          "it (the ledgers hold everything), else name another with --catalogue");
    run(kTable);
    run("PRAGMA user_version = " + std::to_string(kLayout));
  }

 private:
  std::string path_;
  sqlite3* file_ = nullptr;
};

Catalogue::Catalogue(const std::string& path) : impl_(std::make_unique<Impl>(path)) {
  impl_->lay_out();
}

Catalogue::~Catalogue() = default;

bool Catalogue::knows(const LedgerFile& file, const std::string& model) const {
  return impl_
      ->statement(
          "SELECT 1 FROM drill WHERE ledger = ? AND bytes = ? AND modified = ? AND model = ?")
      .with(file.path)
      .with(file.bytes)
      .with(file.modified)
      .with(model)
      .step();
}

void Catalogue::enter(const LedgerFile& file, const DrillRecord& record) {
  impl_->statement("INSERT OR REPLACE INTO drill VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .with(file.path)
      .with(file.bytes)
      .with(file.modified)
      .with(record.when)
      .with(record.scenario)
      .with(record.world)
      .with(record.seed)
      .with(record.profile)
      .with(record.model)
      .with(record.score)
      .with(record.letter)
      .with(record.verdict)
      .with(record.ledger_head)
      .with(canonical(json::value_from(record)))
      .step();
}

void Catalogue::keep_only(const std::vector<LedgerFile>& files) {
  std::set<std::string> there;
  for (const LedgerFile& file : files) there.insert(file.path);
  std::vector<std::string> gone;
  Statement all = impl_->statement("SELECT ledger FROM drill");
  while (all.step())
    if (!there.contains(all.text(0))) gone.push_back(all.text(0));
  for (const std::string& ledger : gone)
    impl_->statement("DELETE FROM drill WHERE ledger = ?").with(ledger).step();
}

std::vector<DrillRecord> Catalogue::drills(const std::string& scenario) const {
  std::vector<DrillRecord> found;
  Statement rows = impl_->statement(
      "SELECT record FROM drill WHERE ?1 = '' OR scenario = ?1 ORDER BY started, ledger");
  rows.with(scenario);
  while (rows.step()) {
    auto record = json::try_value_to<DrillRecord>(json::parse(rows.text(0)));
    if (!record)
      throw InputError("the catalogue is damaged; delete it: the ledgers hold everything");
    found.push_back(std::move(*record));
  }
  return found;
}

void Catalogue::begin() { impl_->run("BEGIN IMMEDIATE"); }
void Catalogue::commit() { impl_->run("COMMIT"); }

}  // namespace mayday
