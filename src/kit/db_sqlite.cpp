// SQLite: WAL, synchronous=FULL, foreign keys on. All writing goes through one connection, which alone checkpoints: two
// that write and checkpoint at once can lose pages in the SQLite of Debian 12. A lock on a file beside the database keeps
// that promise between programs too (an import from the command line while the server runs). What a long transaction wrote
// is taken over into the database in a turn of its own, so that those who wait for it do not wait for that as well.
#include <soci/sqlite3/soci-sqlite3.h>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <thread>

#include "kit/db_link.h"

namespace kit {
namespace {

using sqlite_api::sqlite3;
using sqlite_api::sqlite3_stmt;

constexpr auto patience = std::chrono::seconds(10);
constexpr auto look_again = std::chrono::milliseconds(2);
constexpr int most_pages = 1000;  // in the write-ahead log, before they are taken over

// A connection is one thread's at a time, so it needs no lock of its own; and nobody asks what memory it holds.
void settle_engine() {
  static const bool settled = [] {
    sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
    sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    return true;
  }();
  static_cast<void>(settled);
}

enum class Access { read, write };

// Held by whoever writes, in this program or another.
class WritingLock {
 public:
  explicit WritingLock(const std::string& path) : file_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640)) {
    if (file_ < 0) throw Full("The data folder cannot be written: " + path);
  }
  WritingLock(const WritingLock&) = delete;
  ~WritingLock() { ::close(file_); }

  void take() {
    const auto until = std::chrono::steady_clock::now() + patience;
    while (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
      if (std::chrono::steady_clock::now() > until) throw Busy("Another program is writing to the database.");
      std::this_thread::sleep_for(look_again);
    }
  }
  void leave() noexcept { ::flock(file_, LOCK_UN); }

 private:
  int file_;
};

[[noreturn]] void fail_with(int code, const std::string& message, std::string_view doing) {
  const std::string sentence = std::string(doing) + ": " + message;
  switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID: throw AlreadyThere(sentence);
  }
  switch (code & 0xff) {
    case SQLITE_CONSTRAINT: throw Unsound(sentence);
    case SQLITE_BUSY:
    case SQLITE_LOCKED: throw Busy(sentence);
    case SQLITE_FULL:
    case SQLITE_READONLY: throw Full(sentence);
  }
  throw Failure(sentence + " (SQLite " + std::to_string(code) + ")");
}

// What begins and ends transactions, prepared once: parsing it each time would cost more than it does.
class OwnStatement {
 public:
  explicit OwnStatement(const char* text) : text_(text) {}
  OwnStatement(const OwnStatement&) = delete;

  int run(sqlite3* db) noexcept {
    if (!prepared_) {
      const int code = sqlite_api::sqlite3_prepare_v2(db, text_, -1, &prepared_, nullptr);
      if (code != SQLITE_OK) return code;
    }
    const int code = sqlite_api::sqlite3_step(prepared_);
    sqlite_api::sqlite3_reset(prepared_);
    return code;
  }
  void forget() noexcept { sqlite_api::sqlite3_finalize(std::exchange(prepared_, nullptr)); }

 private:
  const char* text_;
  sqlite3_stmt* prepared_ = nullptr;
};

class SqliteLink : public PartedLink {
 public:
  SqliteLink(const std::string& path, Access access) : PartedLink(Engine::sqlite), access_(access) {
    if (access == Access::write) lock_.emplace(path + ".writing");
    settle_engine();
    try {
      session_.open(*soci::factory_sqlite3(), "db=\"" + path + "\" timeout=10");
    } catch (const soci::soci_error& error) {
      throw Failure("The database cannot be opened: " + path);
    }
    set_up();
  }
  ~SqliteLink() override {
    forget_statements();
    for (auto* own : {&begin_, &begin_immediate_, &commit_, &roll_back_, &begin_part_, &keep_part_, &drop_part_}) own->forget();
    if (lock_) take_over();
  }

  bool is_alive() override { return true; }
  void begin_reading() override { now(begin_, "begin"); }
  void begin_writing() override {
    lock_->take();
    keep_to_this_file();
    try {
      now(begin_immediate_, "begin");
    } catch (...) {
      lock_->leave();
      throw;
    }
  }
  void commit() override;
  void roll_back() noexcept override {
    roll_back_.run(raw());
    end_writing();
  }
  bool is_open() override { return sqlite_api::sqlite3_get_autocommit(raw()) == 0; }
  void begin_part() override { now(begin_part_, "begin"); }
  void keep_part() override { now(keep_part_, "commit"); }
  void drop_part() noexcept override {
    drop_part_.run(raw());
    keep_part_.run(raw());
  }
  bool has_much_to_take_over() override { return is_log_long(); }
  void take_over() noexcept override;
  void run_script(const std::string& text) override { script(text, "migration"); }
  std::int64_t run_many(const Query& query, const std::function<bool(std::vector<Bound>&)>& next) override;

 private:
  // No statement of a transaction reaches another file. Only the copy before a migration is made outside of one.
  void keep_to_this_file() { sqlite_api::sqlite3_limit(raw(), SQLITE_LIMIT_ATTACHED, 0); }
  void end_writing() noexcept {
    if (!lock_) return;
    sqlite_api::sqlite3_limit(raw(), SQLITE_LIMIT_ATTACHED, 1);
    lock_->leave();
  }
  sqlite3* raw() { return static_cast<soci::sqlite3_session_backend*>(session_.get_backend())->conn_; }
  void script(const std::string& text, std::string_view doing);
  void now(OwnStatement& statement, std::string_view doing) {
    if (statement.run(raw()) != SQLITE_DONE) fail(doing);
  }
  [[noreturn]] void fail(std::string_view doing) {
    fail_with(sqlite_api::sqlite3_extended_errcode(raw()), sqlite_api::sqlite3_errmsg(raw()), doing);
  }
  [[noreturn]] void fail(const soci::soci_error& error, std::string_view doing) override;
  void set_up();
  static int count_pages(void* link, sqlite3*, const char*, int pages) noexcept {
    auto& own = *static_cast<SqliteLink*>(link);
    const bool began_anew = pages < own.pages_;
    if (began_anew) own.pages_taken_over_ = 0;
    own.pages_of_commit_ = began_anew ? pages : pages - own.pages_;
    own.pages_ = pages;
    return SQLITE_OK;
  }
  bool is_log_long() const { return pages_ - pages_taken_over_ >= most_pages; }
  void checkpoint() noexcept {
    pages_taken_over_ = pages_;
    sqlite_api::sqlite3_wal_checkpoint_v2(raw(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  }

  Access access_;
  int pages_ = 0, pages_taken_over_ = 0, pages_of_commit_ = 0;  // in the write-ahead log
  std::optional<WritingLock> lock_;
  OwnStatement begin_{"begin"}, begin_immediate_{"begin immediate"}, commit_{"commit"}, roll_back_{"rollback"},
      begin_part_{"savepoint part"}, keep_part_{"release part"}, drop_part_{"rollback to part"};
};

void SqliteLink::script(const std::string& text, std::string_view doing) {
  if (sqlite_api::sqlite3_exec(raw(), text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(doing);
}

void SqliteLink::fail(const soci::soci_error& error, std::string_view doing) {
  const int code = sqlite_api::sqlite3_extended_errcode(raw());
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) throw Failure(std::string(doing) + ": " + error.get_error_message());
  fail(doing);
}

void SqliteLink::set_up() {
  sqlite_api::sqlite3_extended_result_codes(raw(), 1);
  sqlite_api::sqlite3_db_config(raw(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  script("pragma synchronous=full; pragma foreign_keys=on; pragma mmap_size=0; pragma temp_store=memory; pragma trusted_schema=off",
         "opening");
  if (access_ == Access::read) {
    keep_to_this_file();
    return script("pragma wal_autocheckpoint=0; pragma query_only=on", "opening");
  }
  lock_->take();
  try {
    script("pragma journal_mode=wal; pragma wal_autocheckpoint=0; pragma cache_size=-65536", "opening");
    sqlite_api::sqlite3_wal_hook(raw(), count_pages, this);
  } catch (...) {
    lock_->leave();
    throw;
  }
  lock_->leave();
}

// What could be lost is decided by whether the commit record reached the disk: after an I/O error nobody knows.
void SqliteLink::commit() {
  const int code = commit_.run(raw());
  if (code == SQLITE_DONE) {
    const bool was_short = pages_of_commit_ < most_pages;
    if (was_short && is_log_long()) checkpoint();
    return end_writing();
  }
  const std::string message = sqlite_api::sqlite3_errmsg(raw());
  if ((code & 0xff) == SQLITE_IOERR) throw OutcomeUnknown("commit: " + message);
  fail_with(code, message, "commit");
}

// Those who wait for the file look every two milliseconds: they go first.
void SqliteLink::take_over() noexcept {
  try {
    std::this_thread::sleep_for(2 * look_again);
    lock_->take();
    checkpoint();
    lock_->leave();
  } catch (const Busy&) {  // whoever writes now will do it
  }
}

void bind_at(sqlite3_stmt* statement, int place, const Bound& value) {
  if (auto* text = std::get_if<std::string>(&value))
    sqlite_api::sqlite3_bind_text(statement, place, text->data(), static_cast<int>(text->size()), SQLITE_STATIC);
  else if (auto* integer = std::get_if<std::int64_t>(&value))
    sqlite_api::sqlite3_bind_int64(statement, place, *integer);
  else if (auto* real = std::get_if<double>(&value))
    sqlite_api::sqlite3_bind_double(statement, place, *real);
  else
    sqlite_api::sqlite3_bind_null(statement, place);
}

// One statement, stepped again for each row, on the engine's own handle: SOCI copies each row twice.
std::int64_t SqliteLink::run_many(const Query& query, const std::function<bool(std::vector<Bound>&)>& next) {
  sqlite3_stmt* prepared = nullptr;
  if (sqlite_api::sqlite3_prepare_v2(raw(), query.text.data(), static_cast<int>(query.text.size()), &prepared, nullptr) != SQLITE_OK)
    fail(query.name);
  const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement(prepared, sqlite_api::sqlite3_finalize);
  const int places = sqlite_api::sqlite3_bind_parameter_count(prepared);
  std::vector<Bound> row(places, nullptr);
  std::int64_t changed = 0;
  while (next(row)) {
    demand(row.size() == static_cast<std::size_t>(places), "A row has another number of values than the statement.");
    for (int place = 0; place < places; ++place) bind_at(prepared, place + 1, row[place]);
    if (sqlite_api::sqlite3_step(prepared) != SQLITE_DONE) fail(query.name);
    changed += sqlite_api::sqlite3_changes(raw());
    sqlite_api::sqlite3_reset(prepared);
  }
  return changed;
}

}  // namespace

std::unique_ptr<Link> open_sqlite_reader(const std::string& path) { return std::make_unique<SqliteLink>(path, Access::read); }
std::unique_ptr<PartedLink> open_sqlite_writer(const std::string& path) { return std::make_unique<SqliteLink>(path, Access::write); }

}  // namespace kit
